package fr.socle.demarches.depot;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.dossier.Correction;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Dossier.Brouillon;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.dossier.Fiche;
import fr.socle.demarches.dossier.Provenance;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.directory.Directory;
import fr.socle.directory.Services;
import fr.socle.identity.UsagerConnecte;
import fr.socle.kernel.Parsed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** A dossier while the usager writes in it: begun, filled, kept, thrown away. */
@Service
public class Brouillons {

    private final DossierStore store;
    private final Prefill prefill;
    private final Names names;
    private final Joined joined;
    private final House house;

    /** What writing needs around it. */
    @Component
    record House(TransactionTemplate transaction, Clock clock) {

        Instant now() {
            // because PostgreSQL keeps microseconds
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** The directory's names of the day. */
    @Component
    record Names(Directory directory, Services services) {

        Fiche.Guichet guichet(PublishedRevision asked) {
            var organisation = directory.organisation(asked.organisation()).orElseThrow();
            var facts = asked.facts();
            var named =
                    facts.services().stream()
                            .flatMap(it -> services.find(it).stream())
                            .map(it -> it.name())
                            .collect(Collectors.joining(", "));
            return new Fiche.Guichet(
                    asked.organisation(),
                    facts.services(),
                    facts.title(),
                    organisation.name(),
                    named,
                    facts.retentionMonths());
        }
    }

    Brouillons(DossierStore store, Prefill prefill, Names names, Joined joined, House house) {
        this.store = store;
        this.prefill = prefill;
        this.names = names;
        this.joined = joined;
        this.house = house;
    }

    /**
     * Answers to begin with.
     *
     * @param foreign whether a link or a program proposes them, and not the usager themself
     */
    public record Proposed(Map<ChampId, Valeur> valeurs, boolean foreign) {
        public Proposed {
            valeurs = Map.copyOf(valeurs);
        }
    }

    /**
     * Begins a dossier, once for each button: pressed twice, it leads to the same one. What is
     * known is filled in; takes as long as the slowest provider.
     *
     * @param token of the button's form
     * @param proposed answers that are there before the usager writes any
     */
    public DossierId begin(
            PublishedRevision asked,
            UsagerConnecte usager,
            UUID token,
            String language,
            Proposed proposed) {
        var before = store.startedBy(usager.person(), token);
        if (before.isPresent()) {
            return before.get();
        }
        var definition = asked.definition();
        var fiche = fiche(asked, usager, language);
        var draft = new Brouillon(fiche, prefill.first(definition, usager, proposed));
        if (!insert(draft, token)) {
            return store.startedBy(usager.person(), token).orElseThrow();
        }
        ask(draft, asked, usager);
        return fiche.id();
    }

    /**
     * Keeps what the providers answered. Somebody who pressed twice writes already while the first
     * press still waits for them: what came is added to what was written, and neither is lost.
     */
    private void obtained(Brouillon asked, Reponses after) {
        var seen = store.find(asked.id());
        while (seen.isPresent()
                && seen.get().dossier() instanceof Brouillon draft
                // what is known of one person is nothing for whoever took the draft over meanwhile
                && draft.fiche().person().equals(asked.fiche().person())) {
            var both = draft.reponses().obtained(asked.reponses(), after);
            if (keep(seen.get(), seen.get().version(), both)) {
                return;
            }
            seen = store.find(asked.id());
        }
    }

    /**
     * Keeps what the usager wrote, in the draft or in the correction that was asked.
     *
     * @return false, with nothing kept, when the dossier moved since this version
     */
    public boolean keep(Stored seen, long version, Reponses reponses) {
        var after = written(seen.dossier(), reponses);
        var kept =
                after.isPresent()
                        && Boolean.TRUE.equals(
                                house.transaction.execute(
                                        _ -> store.update(after.get(), version, house.now())));
        if (kept) {
            joined.forget(seen.dossier(), after.get());
        }
        return kept;
    }

    /**
     * The usager would rather answer this field themself. Only what another administration gives
     * can be declined: the identity is the federation's.
     */
    public Reponses decline(PublishedRevision asked, Reponses before, ChampId champ) {
        return asked.definition().find(champ).map(Champ::source).orElse(null)
                        instanceof Source.Echange
                ? before.notObtained(champ, new Provenance.Decline(house.now()))
                : before;
    }

    /** Asks once more for one bound field. Outside any transaction. */
    public Reponses ask(
            Fiche fiche,
            PublishedRevision asked,
            Reponses before,
            UsagerConnecte usager,
            ChampId champ) {
        return prefill.ask(fiche, asked, before, usager, it -> it.id().equals(champ));
    }

    /** Throws a draft away, with its documents. False when it moved, or was deposited. */
    public boolean discard(Stored seen, long version) {
        return seen.dossier() instanceof Brouillon draft
                && Boolean.TRUE.equals(house.transaction.execute(_ -> discard(draft, version)));
    }

    private boolean discard(Brouillon draft, long version) {
        if (!store.delete(draft.id(), version)) {
            return false;
        }
        joined.forgetAll(draft.fiche(), "brouillon supprimé par l’usager");
        return true;
    }

    /**
     * Gives a draft to another usager, as if they had begun it. Takes as long as the slowest
     * provider.
     *
     * @param written what was written before, which goes with it
     * @param told in the transaction that gives it
     * @return false, with nothing changed, when it moved meanwhile
     */
    public boolean cede(
            Stored seen,
            PublishedRevision asked,
            UsagerConnecte to,
            String language,
            Proposed written,
            Consumer<Brouillon> told) {
        var before = seen.dossier().fiche();
        var own = new Fiche.Usager(to.person(), Claims.name(to), to.email(), language);
        var fiche =
                new Fiche(
                        before.id(),
                        before.demarche(),
                        asked.id(),
                        before.guichet(),
                        own,
                        before.startedAt());
        var after = new Brouillon(fiche, prefill.first(asked.definition(), to, written));
        var given =
                house.transaction.execute(
                        _ -> {
                            if (!store.cede(after, seen.version(), house.now())) {
                                return false;
                            }
                            joined.forgetAll(before, "brouillon cédé à une autre personne");
                            told.accept(after);
                            return true;
                        });
        if (!Boolean.TRUE.equals(given)) {
            return false;
        }
        ask(after, asked, to);
        return true;
    }

    /** Fills what administrations know of the usager. Outside any transaction. */
    private void ask(Brouillon draft, PublishedRevision asked, UsagerConnecte usager) {
        var asking = prefill.ask(draft.fiche(), asked, draft.reponses(), usager, _ -> true);
        if (!asking.equals(draft.reponses())) {
            obtained(draft, asking);
        }
    }

    /** What the usager may write in now, if they may write at all. */
    public static Optional<Reponses> writable(Dossier dossier) {
        return switch (dossier) {
            case Brouillon draft -> Optional.of(draft.reponses());
            case EnConstruction it ->
                    Optional.ofNullable(it.correction()).map(Correction.Demandee::reprise);
            case Dossier.EnInstruction _, Dossier.Termine _ -> Optional.empty();
        };
    }

    private static Optional<Dossier> written(Dossier before, Reponses reponses) {
        return switch (before) {
            case Brouillon draft -> Optional.of(draft.remplir(reponses));
            case EnConstruction it ->
                    switch (it.reprendre(reponses)) {
                        case Parsed.Valid<EnConstruction>(var after) -> Optional.of(after);
                        case Parsed.Invalid<EnConstruction> _ -> Optional.empty();
                    };
            case Dossier.EnInstruction _, Dossier.Termine _ -> Optional.empty();
        };
    }

    private boolean insert(Brouillon draft, UUID token) {
        return Boolean.TRUE.equals(
                house.transaction.execute(
                        _ -> {
                            if (!store.insert(draft, token)) {
                                return false;
                            }
                            store.add(
                                    draft.id(),
                                    new Etape(Etape.Event.COMMENCE, "", draft.fiche().startedAt()));
                            return true;
                        }));
    }

    private Fiche fiche(PublishedRevision asked, UsagerConnecte usager, String language) {
        return new Fiche(
                DossierId.random(),
                asked.demarche(),
                asked.id(),
                names.guichet(asked),
                new Fiche.Usager(usager.person(), Claims.name(usager), usager.email(), language),
                house.now());
    }
}
