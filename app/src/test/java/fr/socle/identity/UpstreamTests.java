package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.LyingProvider.Mood;
import fr.socle.identity.broker.Broker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of people when an outside provider tells the truth, lies, is slow or is down. */
@NullMarked
@PostgresTest
class UpstreamTests {

    @Autowired Broker broker;
    @LocalServerPort int port;

    private final Upstream upstream = new Upstream();

    @BeforeEach
    void register() {
        upstream.register(broker);
    }

    @AfterEach
    void stop() {
        upstream.close();
    }

    @Test
    void anHonestProviderSignsIn() throws IOException {
        var consent = upstream.comeBack(port);
        assertThat(consent.asNormalizedText()).contains("Léa", "Exemplaire");
        assertThat(SignsIn.accept(consent).asNormalizedText()).contains("Léa Exemplaire");
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_NONCE,n’est pas fiable,Y020026,502",
        "WRONG_AUDIENCE,n’est pas fiable,Y020026,502",
        "WRONG_ISSUER,n’est pas fiable,Y020026,502",
        "WRONG_KEY,n’est pas fiable,Y020026,502",
        "EXPIRED,n’est pas fiable,Y020026,502",
        "NO_SIGNATURE,n’est pas fiable,Y020026,502",
        "ALG_NONE,n’est pas fiable,Y020026,502",
        "PUBLIC_KEY_AS_SECRET,n’est pas fiable,Y020026,502",
        "NO_JSON,n’est pas fiable,Y020026,502",
        "NULL_JSON,n’est pas fiable,Y020026,502",
        "CODE_UNKNOWN,n’a pas confirmé,Y020026,502",
        "REDIRECT,n’a pas confirmé,Y020026,502",
        "HUGE,ne répond pas,Y020026,502",
        "DOWN,ne répond pas,Y020026,502",
        "OTHER_SUBJECT,n’est pas fiable,Y020027,502",
        "USERINFO_DOWN,ne répond pas,Y020027,502",
        "NO_BIRTHPLACE,identité complète,Y600006,400",
        "NO_ACR,assez sûrement,Y100001,500",
        "LOW_ACR,assez sûrement,Y100001,500",
        "FOREIGN_ACR,ne lui reconnaissons pas,Y100018,400"
    })
    void aProviderThatFailsSignsNobodyInAndAnotherMayBeChosen(
            Mood mood, String told, String code, int status) throws IOException {
        upstream.provider.mood = mood;
        var trouble = upstream.comeBack(port);
        assertThat(trouble.getWebResponse().getStatusCode()).isEqualTo(status);
        assertThat(trouble.asNormalizedText()).contains(told, upstream.label, code);
        HtmlPage choice =
                trouble.getAnchorByText("Essayer de nouveau ou choisir un autre compte").click();
        var back = SignsIn.fromChoice(choice, "Livia Fittizia", SignsIn.TAXES);
        assertThat(back.asNormalizedText()).contains("Livia Fittizia");
    }

    @Test
    void aSlowProviderIsGivenUpAfterSixSecondsAndTheServiceIsTold() throws IOException {
        upstream.provider.mood = Mood.SLOW;
        upstream.browser.getOptions().setTimeout(20_000);
        var asked = upstream.leave(upstream.choice(port));
        var began = Instant.now();
        var trouble = upstream.comeBack(asked);
        assertThat(Duration.between(began, Instant.now()))
                .isBetween(Duration.ofSeconds(5), Duration.ofMillis(8_500));
        assertThat(trouble.asNormalizedText()).contains("ne répond pas");
        HtmlPage back = trouble.getAnchorByText("Revenir au service").click();
        assertThat(back.asNormalizedText())
                .contains("Le compte choisi ne peut pas vous identifier");
    }

    @Test
    void theServiceHearsTheCodeOfTheFault() throws IOException {
        upstream.provider.mood = Mood.OTHER_SUBJECT;
        var trouble = upstream.comeBack(port);
        upstream.browser.getOptions().setRedirectEnabled(false);
        var back = trouble.getAnchorByText("Revenir au service").click();
        assertThat(Upstream.asked(back))
                .containsEntry("error", "server_error")
                .hasEntrySatisfying(
                        "error_description", it -> assertThat(it).startsWith("Y020027"));
    }

    @Test
    void theAnswerOfAnotherProviderIsNotTakenForThisOnes() throws IOException {
        upstream.answeredBy = "&iss=https://autre.example";
        assertThat(upstream.comeBack(port).asNormalizedText()).contains("n’est pas fiable");
    }

    @Test
    void anAnswerComesOnce() throws IOException {
        var asked = upstream.leave(upstream.choice(port));
        SignsIn.accept(upstream.comeBack(asked));
        HtmlPage again = upstream.browser.getPage(upstream.answer(asked));
        assertThat(again.getWebResponse().getStatusCode()).isEqualTo(400);
    }

    @Test
    void anAnswerFitsTheLastJourneyOnly() throws IOException {
        var choice = upstream.choice(port);
        var first = upstream.leave(choice);
        upstream.leave(choice);
        var trouble = upstream.comeBack(first);
        assertThat(trouble.getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(trouble.asNormalizedText()).contains("Y020022");
    }

    @ParameterizedTest
    @CsvSource({"'',400,Y020021", "?state=%s,400,Y020025", "?code=c,400,Y020021"})
    void anAnswerWithoutStateOrCodeIsNone(String query, int status, String code)
            throws IOException {
        var asked = upstream.leave(upstream.choice(port));
        HtmlPage trouble =
                upstream.browser.getPage(
                        asked.get("redirect_uri") + query.formatted(asked.get("state")));
        assertThat(trouble.getWebResponse().getStatusCode()).isEqualTo(status);
        assertThat(trouble.asNormalizedText()).contains(code);
    }

    @Test
    void aProviderThatKeepsFailingIsSparedAndShownGrey() throws IOException {
        upstream.provider.mood = Mood.DOWN;
        for (int i = 0; i < 5; i++) {
            upstream.comeBack(port);
        }
        int asked = upstream.provider.received.size();
        var choice = upstream.choice(port);
        var button =
                choice.getElementsByTagName("button").stream()
                        .filter(it -> it.asNormalizedText().contains(upstream.label))
                        .findFirst()
                        .orElseThrow();
        assertThat(button.hasAttribute("disabled")).isTrue();
        assertThat(button.asNormalizedText()).contains("Ne répond plus");
        assertThat(upstream.provider.received).hasSize(asked);
    }

    @Test
    void codesThatAreNoneSpareNoProvider() throws IOException {
        upstream.provider.mood = Mood.CODE_UNKNOWN;
        for (int i = 0; i < 6; i++) {
            upstream.comeBack(port);
        }
        upstream.provider.mood = Mood.HONEST;
        assertThat(upstream.comeBack(port).asNormalizedText()).contains("Exemplaire");
    }
}
