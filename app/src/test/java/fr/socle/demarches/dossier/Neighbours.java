package fr.socle.demarches.dossier;

import fr.socle.directory.OrganisationId;
import fr.socle.exchange.Answer;
import fr.socle.exchange.Document;
import fr.socle.exchange.Gateway;
import fr.socle.exchange.Handover;
import fr.socle.exchange.Question;
import fr.socle.exchange.dataset.Library;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.habilitations.spi.DataCatalogue;
import fr.socle.identity.UsagerConnecte;
import fr.socle.identity.Usagers;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.Periode;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;

/** The blocks around, small enough for a test: usagers known by a header, a gateway that obeys. */
@TestConfiguration(proxyBeanMethods = false)
class Neighbours {

    static final String HEADER = "X-Usager-Essai";
    static final HabilitationId HABILITATION = new HabilitationId(new UUID(7, 7));
    static final String DATASET = "quotient-familial";
    static final String FIELD = "quotient_familial.valeur";
    static final String PROVIDER = "Caisse d’essai (démonstration)";

    /** Answers what the test says, and remembers what was asked. */
    static final class ScriptedGateway implements Gateway {

        volatile Answer answer = released("872.50");
        private final AtomicReference<Question> last = new AtomicReference<>();
        final AtomicInteger asked = new AtomicInteger();

        static Answer released(String value) {
            var json = "{\"data\":{\"quotient_familial\":{\"valeur\":" + value + "}}}";
            var document =
                    new Document(
                            json.getBytes(StandardCharsets.UTF_8),
                            Library.find(DATASET).orElseThrow(),
                            Set.of(FIELD));
            return new Answer.Released(
                    document, PROVIDER, Instant.parse("2026-11-20T10:00:00Z"), "ref-1");
        }

        static Answer down() {
            return new Answer.Unavailable(PROVIDER, Answer.Failure.DOWN, Duration.ofSeconds(30));
        }

        Question last() {
            return Objects.requireNonNull(last.get());
        }

        @Override
        public Answer ask(Question question) {
            asked.incrementAndGet();
            last.set(question);
            return answer;
        }

        @Override
        public Handover handOver(Question question) {
            throw new UnsupportedOperationException("a procedure keeps what it asks for");
        }
    }

    @Bean
    @Primary
    ScriptedGateway scriptedGateway() {
        return new ScriptedGateway();
    }

    @Bean
    @Order(0)
    Visitors usagersByHeader() {
        return request -> {
            var person = request.getHeader(HEADER);
            return person == null || request.getRequestURI().startsWith("/agent")
                    ? Visitor.ANONYMOUS
                    : new Visitor.Usager(
                            UUID.fromString(person),
                            new PersonRef(UUID.fromString(person)),
                            "Angela Essai");
        };
    }

    @Bean
    @Primary
    Usagers madeUpUsagers() {
        return visitor ->
                new UsagerConnecte(
                        visitor.person(),
                        new IdentitePivot(
                                "Angela Claire",
                                "ESSAI",
                                new BirthDate.Day(LocalDate.of(1962, 8, 24)),
                                Gender.FEMALE,
                                new BirthPlace.InFrance(new CodeCommune("75107"))),
                        new EmailAddress("angela.essai", "example.fr"),
                        null,
                        Instant.parse("2026-11-22T09:00:00Z"));
    }

    @Bean
    @Primary
    Habilitations oneHabilitation() {
        return new Habilitations() {
            @Override
            public Optional<Habilitation> find(HabilitationId id) {
                return Optional.empty();
            }

            @Override
            public List<Habilitation> covering(String service) {
                return List.of();
            }

            @Override
            public List<Habilitation> usable(OrganisationId organisation) {
                return List.of(
                        new Habilitation(
                                HABILITATION,
                                1,
                                organisation,
                                "Essai",
                                "Tarifs",
                                "Délibération d’essai",
                                Map.of(DATASET, Set.of(FIELD)),
                                Set.of(Habilitation.RequesterKind.USAGER_LUI_MEME),
                                Periode.from(LocalDate.of(2020, 1, 1)),
                                Optional.empty()));
            }

            @Override
            public List<Habilitation> newest(OrganisationId organisation) {
                return usable(organisation);
            }
        };
    }

    @Bean
    @Primary
    DataCatalogue oneDataSet() {
        var field =
                new DataCatalogue.DataField(
                        FIELD, "demarches.answers.answer", DataCatalogue.DataKind.NUMBER);
        var set =
                new DataCatalogue.DataSet(
                        DATASET, "demarches.answers.answer", PROVIDER, List.of(field));
        return () -> List.of(set);
    }
}
