package fr.socle;

import fr.socle.demarches.DemarcheFigures;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.Demarches;
import fr.socle.demarches.DossierState;
import fr.socle.demarches.DossierSummary;
import fr.socle.demarches.Dossiers;
import fr.socle.demarches.PublishedDemarche;
import fr.socle.directory.OrganisationId;
import fr.socle.identity.UsagerConnecte;
import fr.socle.identity.Usagers;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.NormalName;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Stand-ins for the blocks below citoyen, avis and portal, for tests of their pages: a visitor is
 * the person whom a header of the test names, and the procedures are three made-up ones.
 */
@TestConfiguration
public class Neighbours {

    /** Names the person who visits: a number of the test's own. */
    public static final String WHO = "X-Essai-Usager";

    /** Names the one right of the agent who visits. */
    public static final String RIGHT = "X-Essai-Agent";

    public static final PublishedDemarche SCHOOL =
            demarche("inscription-ecole", "Inscription à l’École maternelle");
    public static final PublishedDemarche MEALS =
            demarche("tarif-cantine", "Tarif de la restauration scolaire");
    public static final PublishedDemarche STREET =
            demarche("voirie", "Occupation du domaine public");

    /** How an exchange names Camille's dossier. */
    public static final String MEALS_REFERENCE = "demarches/00000000-0000-0000-0000-000000482917";

    private static final Map<String, PersonRef> PERSONS = new ConcurrentHashMap<>();

    /** The person of this name, the same at each call of one test run. */
    public static PersonRef person(String name) {
        return PERSONS.computeIfAbsent(name, _ -> new PersonRef(UUID.randomUUID()));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Visitors neighbourVisitors() {
        return request -> {
            var who = request.getHeader(WHO);
            if (who != null) {
                return new Visitor.Usager(UUID.randomUUID(), person(who), who);
            }
            var right = request.getHeader(RIGHT);
            return right == null ? Visitor.ANONYMOUS : agent(right);
        };
    }

    private static Visitor.Agent agent(String right) {
        return new Visitor.Agent(
                new UUID(0, 1),
                "Agent d’essai",
                new UUID(0, 2),
                "Ville d’Essai",
                Set.of(),
                Set.of(new Right(right)));
    }

    @Bean
    @Primary
    Usagers neighbourUsagers() {
        return visitor ->
                new UsagerConnecte(
                        visitor.person(),
                        identity(visitor.name()),
                        EmailAddress.parse("essai@exemple.example").orThrow(),
                        null,
                        Instant.parse("2026-11-22T08:03:00Z"));
    }

    @Bean
    @Primary
    Dossiers neighbourDossiers() {
        var meals =
                new DossierSummary(
                        "D-1-482917",
                        "/mes-dossiers/1",
                        MEALS.title(),
                        MEALS.organisation(),
                        DossierState.EN_INSTRUCTION,
                        Instant.parse("2026-11-21T09:00:00Z"),
                        List.of());
        return new Dossiers() {
            @Override
            public List<DossierSummary> of(PersonRef person) {
                return person.equals(person("Camille")) ? List.of(meals) : List.of();
            }

            @Override
            public Map<String, String> numbers(PersonRef person, Collection<String> references) {
                return references.contains(MEALS_REFERENCE) && !of(person).isEmpty()
                        ? Map.of(MEALS_REFERENCE, meals.number())
                        : Map.of();
            }
        };
    }

    @Bean
    @Primary
    Demarches neighbourDemarches() {
        var all = List.of(SCHOOL, MEALS, STREET);
        return new Demarches() {
            @Override
            public List<PublishedDemarche> search(String words, int limit) {
                var wanted = NormalName.of(words).value();
                return all.stream()
                        .filter(it -> NormalName.of(it.title()).value().contains(wanted))
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<PublishedDemarche> of(OrganisationId organisation) {
                return organisation.value().equals(new UUID(0, 2)) ? all : List.of();
            }

            @Override
            public Optional<PublishedDemarche> find(DemarcheId id) {
                return all.stream().filter(it -> it.id().equals(id)).findFirst();
            }
        };
    }

    @Bean
    @Primary
    DemarcheFigures neighbourFigures() {
        var all =
                Stream.of(SCHOOL, MEALS, STREET)
                        .map(
                                it ->
                                        new DemarcheFigures.Listed(
                                                it.id(),
                                                new OrganisationId(new UUID(0, 2)),
                                                it.path(),
                                                it.title(),
                                                true))
                        .toList();
        return new DemarcheFigures() {
            @Override
            public List<Listed> all() {
                return all;
            }

            @Override
            public Map<DemarcheId, Activity> between(LocalDate first, LocalDate last) {
                return Map.of(SCHOOL.id(), new Activity(12, 9, 4, 11, 2));
            }
        };
    }

    private static IdentitePivot identity(String givenName) {
        return new IdentitePivot(
                givenName,
                "Essai-Fictif",
                new BirthDate.Day(LocalDate.of(1990, 1, 2)),
                Gender.UNSPECIFIED,
                new BirthPlace.InFrance(new CodeCommune("75117")));
    }

    private static PublishedDemarche demarche(String slug, String title) {
        return new PublishedDemarche(
                new DemarcheId(UUID.randomUUID()),
                "/demarches/" + slug,
                title,
                "Une démarche d’essai.",
                "Ville d’Essai");
    }
}
