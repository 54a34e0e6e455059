package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.citoyen.donnees.Fondement;
import fr.socle.citoyen.store.ConsultationStore;
import fr.socle.exchange.Answer;
import fr.socle.exchange.Answer.Reason;
import fr.socle.exchange.Case;
import fr.socle.exchange.Gateway;
import fr.socle.exchange.Question;
import fr.socle.exchange.Requester;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person sees of what providers hold about them. */
class DonneesTests extends RealHouse {

    private static final String DATA = "/mon-dossier/donnees";
    private static final String QUOTIENT = DATA + "/quotient-familial";

    @Autowired Gateway gateway;
    @Autowired Fondement fondement;
    @Autowired ConsultationStore consultations;

    @Test
    void aProviderTellsThePersonWhatItHoldsAndTheConsultationShows() throws IOException {
        var browser = usager("Léa Exemplaire");
        var before = page(browser, DATA);
        assertThat(before.asNormalizedText())
                .contains("Ministère de l’Exemple", "Caisse d’allocations familiales")
                .contains("Rien de ce qui s’affiche n’est conservé");
        var answer = send(formTo(before, QUOTIENT));
        assertThat(answer.getWebResponse().getResponseHeaderValue("Cache-Control"))
                .contains("no-store");
        assertThat(answer.asNormalizedText())
                .contains("Telles que l’administration les connaissait")
                .containsPattern("Quotient familial\\s+\\d+")
                .contains("Demander une rectification");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(page(browser, "/mon-dossier/usages").asNormalizedText())
                                        .contains(
                                                "Ministère de l’Exemple (démonstration) a obtenu",
                                                "Mes données, à votre demande"));
    }

    @Test
    void whatNobodyGivesIsNotFoundAndAForgedFormIsRefused() throws IOException {
        var browser = usager("Léa Exemplaire");
        var csrf = csrf(page(browser, DATA));
        assertThat(post(browser, DATA + "/inconnu", csrf, Map.of()).getStatusCode()).isEqualTo(404);
        assertThat(post(browser, DATA + "/unite-legale", csrf, Map.of()).getStatusCode())
                .isEqualTo(404);
        assertThat(post(browser, DATA + "/" + "x".repeat(61), csrf, Map.of()).getStatusCode())
                .isEqualTo(404);
        assertThat(post(browser, QUOTIENT, "autre", Map.of()).getStatusCode()).isEqualTo(403);
        assertThat(status(browser, QUOTIENT)).isIn(404, 405);
    }

    @Test
    void whoAsksTooOftenIsToldToWait() throws IOException {
        var browser = usager("Ylan Modèle");
        send(formTo(page(browser, DATA), QUOTIENT));
        db.sql(
                        """
                        INSERT INTO citoyen.consultation
                        SELECT gen_random_uuid(), person, organisation, opened_at
                          FROM (SELECT * FROM citoyen.consultation ORDER BY opened_at DESC LIMIT 1) it,
                               generate_series(1, 20)
                        """)
                .update();
        var refused = send(formTo(page(browser, DATA), QUOTIENT));
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(429);
        assertThat(refused.asNormalizedText()).contains("20 consultations par heure");
    }

    @Test
    void aConsultationFoundsOneExchangeOfItsOwnPersonForAMinute() {
        var person = PersonRef.fresh(new SecureRandom());
        assertThat(reasons(person, person, Instant.now())).isEmpty();
        assertThat(reasons(person, PersonRef.fresh(new SecureRandom()), Instant.now()))
                .contains(Reason.DOSSIER_D_UNE_AUTRE_PERSONNE.name());
        assertThat(reasons(person, person, Instant.now().minusSeconds(61)))
                .isEqualTo(Reason.DOSSIER_CLOS.name());
    }

    /** What is refused when one asks by the other's consultation, which was opened then. */
    private String reasons(PersonRef asks, PersonRef opened, Instant at) {
        var habilitation = fondement.habilitations().getFirst();
        var id = UUID.randomUUID();
        var row = new ConsultationStore.Row(id, opened, habilitation.organisation(), at);
        assertThat(consultations.open(row, at, 10)).isTrue();
        var answer =
                gateway.ask(
                        new Question(
                                habilitation.id(),
                                "quotient-familial",
                                Question.ALL_GRANTED,
                                new Requester.UsagerLuiMeme(asks, habilitation.organisation()),
                                new Question.Subject(asks, nobody()),
                                new Case.Verifie("citoyen/" + id)));
        return answer instanceof Answer.Refused(var reasons)
                ? String.join(" ", reasons.stream().map(Enum::name).toList())
                : "";
    }

    private static IdentitePivot nobody() {
        return new IdentitePivot(
                "Personne",
                "Inventée",
                new BirthDate.Day(LocalDate.of(1991, 1, 1)),
                Gender.FEMALE,
                new BirthPlace.InFrance(new CodeCommune("75117")));
    }
}
