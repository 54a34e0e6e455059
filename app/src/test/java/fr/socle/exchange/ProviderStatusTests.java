package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.exchange.desk.ProviderDesk;
import fr.socle.exchange.store.PulseStore;
import fr.socle.exchange.store.PulseStore.Day;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether providers answer, for everyone. */
@NullMarked
class ProviderStatusTests extends ParticulierTest {

    private static final String PAGE = "/etat-des-fournisseurs";

    @Autowired PulseStore pulse;
    @Autowired ProviderDesk desk;

    ProviderStatusTests() throws IOException {}

    @Test
    void whatTheExchangesSawIsToldByDay() throws IOException {
        var token = token(declared);
        behaviour = exchange -> say(exchange, 503, "");
        assertThat(particulier(token).statusCode()).isEqualTo(504);
        behaviour = exchange -> say(exchange, 200, QUOTIENT);
        assertThat(particulier(token).statusCode()).isEqualTo(200);
        assertThat(get("/pings/" + quotient.code() + "/history")).contains("\"ok\":1,\"failed\":1");
        assertThat(get("/pings/" + quotient.code())).contains("\"status\":\"ok\"");
        assertThat(open(PAGE).asNormalizedText()).contains("Fournisseur simulé", "50 %", "Répond");
        assertThat(open(PAGE + "/" + quotient.code()).asNormalizedText())
                .contains("50 %", "Dernière bonne réponse");
    }

    @Test
    void oneFailureInManyNeverReadsAsNoneAndOldDaysAreNotTold() throws IOException {
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        pulse.add(quotient.code(), new Day(today.minusDays(1), 9_999, 1));
        pulse.add(quotient.code(), new Day(today.minusDays(90), 0, 5_000));
        assertThat(open(PAGE + "/" + quotient.code()).asNormalizedText())
                .contains("99,9 %", "10000")
                .doesNotContain("100 %", "5000");
        assertThat(get("/pings/" + quotient.code() + "/history")).doesNotContain("5000");
        particulier(token(declared));
        assertThat(pulse.days(quotient.code(), today.minusDays(100)))
                .extracting(Day::day)
                .containsExactly(today, today.minusDays(1), today.minusDays(90));
    }

    @Test
    void whoAsksAProviderThatIsCutOffLearnsThatItIsClosed() throws IOException {
        var token = token(declared);
        desk.activate(Actor.CONSOLE, quotient.code(), false);
        var refused = particulier(token);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(codes(refused)).containsExactly("37020");
        assertThat(asked).hasValue(0);
        assertThat(call("", "/pings/" + quotient.code(), List.of()).statusCode()).isEqualTo(502);
        assertThat(open(PAGE + "/" + quotient.code()).asNormalizedText())
                .contains("Fermé par l’opérateur");
        desk.activate(Actor.CONSOLE, quotient.code(), true);
        assertThat(particulier(token).statusCode()).isEqualTo(200);
    }

    @Test
    void whatNobodyGivesIsNotFound() throws IOException {
        assertThat(open(PAGE + "/absent").getWebResponse().getStatusCode()).isEqualTo(404);
        assertThat(call("", "/pings/absent/history", List.of()).statusCode()).isEqualTo(404);
    }

    private HtmlPage open(String path) throws IOException {
        return SignsIn.browser().getPage("http://localhost:" + port + path);
    }

    private String get(String path) {
        return text(call("", path, List.of()));
    }
}
