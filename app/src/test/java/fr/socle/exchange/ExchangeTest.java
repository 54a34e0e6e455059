package fr.socle.exchange;

import fr.socle.DelegatingJournal;
import fr.socle.PostgresTest;
import fr.socle.directory.Actor;
import fr.socle.directory.AgentId;
import fr.socle.directory.Change;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationDraft;
import fr.socle.directory.OrganisationType;
import fr.socle.directory.Organisations;
import fr.socle.exchange.spi.Cases;
import fr.socle.exchange.trace.EchangesRemis;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Complements;
import fr.socle.habilitations.demande.Contact;
import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.demande.Motivation;
import fr.socle.habilitations.demande.Ordre;
import fr.socle.identity.AccessTokens;
import fr.socle.identity.Persons;
import fr.socle.identity.person.Reconciliation;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.journal.Reference;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siret;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running house with made-up cases, and a journal that can be made to fail. */
@NullMarked
@PostgresTest
@Import(ExchangeTest.Doubles.class)
abstract class ExchangeTest {

    static final AgentId AGENT = new AgentId(UUID.randomUUID());
    static final Set<String> VALUE = Set.of("quotient_familial.valeur");

    private static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");
    private static final AtomicInteger NUMBERS = new AtomicInteger(20_000);

    @Autowired Gateway gateway;
    @Autowired Demandes demandes;
    @Autowired Organisations organisations;
    @Autowired MadeUpCases cases;
    @Autowired BreakableJournal journal;
    @Autowired MadeUpTokens tokens;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    @TestConfiguration
    static class Doubles {

        @Bean
        @Primary
        MadeUpCases madeUpCases() {
            return new MadeUpCases();
        }

        @Bean
        @Primary
        MadeUpKnown madeUpKnown(Reconciliation real) {
            return new MadeUpKnown(real);
        }

        @Bean
        @Primary
        MadeUpTokens madeUpTokens() {
            return new MadeUpTokens();
        }

        @Bean
        @Primary
        BreakableJournal breakableJournal(
                @Qualifier("fr.socle.journal.LocalJournal") Journal real) {
            return new BreakableJournal(real);
        }
    }

    /** Cases that a test makes. */
    static final class MadeUpCases implements Cases {

        private final Map<String, CaseState> known = new ConcurrentHashMap<>();

        void put(String reference, CaseState state) {
            known.put(reference, state);
        }

        @Override
        public Optional<CaseState> find(String reference) {
            return Optional.ofNullable(known.get(reference));
        }

        @Override
        public Optional<String> referenceOf(NumeroPublic number) {
            return Optional.of("essai/" + number.value()).filter(known::containsKey);
        }
    }

    /** Access tokens that a test hands out; taken back, they stand for nobody. */
    static final class MadeUpTokens implements AccessTokens {

        final Map<String, Presented> usagers = new ConcurrentHashMap<>();
        final Map<String, AgentAccount> agents = new ConcurrentHashMap<>();

        @Override
        public Presented usager(String token) {
            return usagers.getOrDefault(token, new Presented.Nobody());
        }

        @Override
        public Optional<AgentAccount> agent(String token) {
            return Optional.ofNullable(agents.get(token));
        }
    }

    /** The real register of persons, with one more whom the test names. */
    static final class MadeUpKnown implements Persons {

        final Map<PersonRef, IdentitePivot> known = new ConcurrentHashMap<>();
        private final Persons real;

        MadeUpKnown(Persons real) {
            this.real = real;
        }

        @Override
        public Optional<PersonRef> personOf(String clientId, String sub) {
            return real.personOf(clientId, sub);
        }

        @Override
        public Optional<PersonRef> personOf(IdentitePivot identity) {
            var found =
                    known.entrySet().stream().filter(it -> it.getValue().sameAs(identity)).toList();
            return found.size() == 1 ? Optional.of(found.getFirst().getKey()) : Optional.empty();
        }

        @Override
        public Set<PersonRef> successors(PersonRef person) {
            return real.successors(person);
        }
    }

    /** The real journal, which remembers what it was told and can lose its disk at one kind. */
    static final class BreakableJournal extends DelegatingJournal {

        final List<Entry> told = new CopyOnWriteArrayList<>();
        final List<Entry> lost = new CopyOnWriteArrayList<>();
        volatile @Nullable String broken;

        BreakableJournal(Journal real) {
            super(real);
        }

        @Override
        public Reference appendAlone(Entry entry) {
            if (entry.kind().code().equals(broken)) {
                lost.add(entry);
                throw new DataAccessResourceFailureException("the disk is full");
            }
            var reference = super.appendAlone(entry);
            told.add(entry);
            return reference;
        }

        /** What was told of each exchange, in order; arrivals are told together, a moment later. */
        List<String> kinds() {
            return told.stream()
                    .filter(it -> !(it instanceof EchangesRemis))
                    .map(it -> it.kind().code())
                    .filter(it -> it.startsWith("exchange."))
                    .toList();
        }
    }

    static IdentitePivot ariane() {
        return new IdentitePivot(
                "Ariane",
                "Fictif",
                new BirthDate.Day(LocalDate.of(1986, 9, 17)),
                Gender.FEMALE,
                new BirthPlace.InFrance(new CodeCommune("33063")));
    }

    static PersonRef person() {
        return PersonRef.fresh(new SecureRandom());
    }

    Organisation organisation(String name) {
        var draft =
                new OrganisationDraft(
                        new Siret(freshSiret()), name, OrganisationType.COMMUNE, null);
        return done(organisations.create(SOMEONE, draft));
    }

    HabilitationId granted(Organisation to, Set<String> fields) {
        return granted(
                to,
                Map.of("quotient-familial", fields),
                EnumSet.of(RequesterKind.AGENT, RequesterKind.USAGER_LUI_MEME));
    }

    HabilitationId granted(
            Organisation to, Map<String, Set<String>> fields, Set<RequesterKind> kinds) {
        return granted(to, fields, kinds, Set.of());
    }

    HabilitationId granted(
            Organisation to,
            Map<String, Set<String>> fields,
            Set<RequesterKind> kinds,
            Set<String> services) {
        var made = submitted(to, fields, kinds, services).id();
        accord(made);
        return made;
    }

    void accord(HabilitationId id) {
        var version = demandes.find(id).map(Demande::dossier).orElseThrow().version();
        examine(id, new Ordre.Accorder(), version);
    }

    /** One that nobody examined yet. */
    Demande.Dossier submitted(
            Organisation to, Map<String, Set<String>> fields, Set<RequesterKind> kinds) {
        return submitted(to, fields, kinds, Set.of());
    }

    private Demande.Dossier submitted(
            Organisation to,
            Map<String, Set<String>> fields,
            Set<RequesterKind> kinds,
            Set<String> services) {
        var content =
                new Contenu(
                        "Essai de cantine",
                        "Calculer un tarif d’essai.",
                        "Délibération d’essai",
                        "",
                        fields,
                        kinds,
                        12,
                        12,
                        new Contact("Essai", "dpo@essai.example"),
                        new Contact("Essai", "responsable@essai.example"),
                        Motivation.NONE,
                        new Complements(services, Contact.NONE, Contact.NONE, "", "", null));
        return done(demandes.submit(SOMEONE, to.id(), HabilitationId.fresh(), content)).dossier();
    }

    void revoke(HabilitationId id) {
        var version = demandes.find(id).map(Demande::dossier).orElseThrow().version();
        examine(id, new Ordre.Revoquer("essai terminé"), version);
    }

    private void examine(HabilitationId id, Ordre ordre, long version) {
        done(demandes.act(SOMEONE, Cote.INSTRUCTEUR, id, ordre, version));
    }

    /** The exchange of the last question, as its entry names it. */
    String lastAsked() {
        return journal.told.stream()
                .filter(it -> it.kind().code().equals("exchange.demande"))
                .map(it -> it.parts().getFirst().content().get("echange"))
                .map(String::valueOf)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** Whether one of these entries tells that the answer of this exchange arrived. */
    static boolean arrived(List<Entry> told, String echange) {
        return told.stream()
                .filter(EchangesRemis.class::isInstance)
                .anyMatch(it -> ((EchangesRemis) it).echanges().contains(UUID.fromString(echange)));
    }

    void behave(String mode) {
        db.sql("UPDATE exchange.demonstration_provider SET mode = :mode WHERE code = :code")
                .param("mode", mode)
                .param("code", "quotient-familial")
                .update();
    }

    static <T> T done(Change<T> change) {
        if (change instanceof Change.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError("not done: " + change);
    }

    private static String freshSiret() {
        var middle = "999%05d".formatted(NUMBERS.incrementAndGet());
        for (int key = 0; key < 10; key++) {
            for (int last = 0; last < 10; last++) {
                var siret = middle + key + "0001" + last;
                if (Siret.parse(siret) instanceof Parsed.Valid<Siret>) {
                    return siret;
                }
            }
        }
        throw new IllegalStateException("no SIRET starts like " + middle);
    }
}
