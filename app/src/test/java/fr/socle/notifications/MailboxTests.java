package fr.socle.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The letters that a demonstration keeps instead of sending. */
class MailboxTests extends PagesTest {

    @Test
    void theMailboxShowsWhatWasSentAsItWasReceived() throws Exception {
        var subject = "Décision " + UUID.randomUUID();
        var to = Sample.someone("boite");
        send(
                to,
                new Sample(
                        Sample.NEWS,
                        subject,
                        "<b>gras</b> مرحبا",
                        URI.create("https://socle.example/dossiers/1")));
        var list = page("/courriels?q=" + subject.substring(9));
        assertThat(list.querySelectorAll("tbody tr")).hasSize(1);
        HtmlPage letter = list.getAnchorByText(subject).click();
        assertThat(letter.asNormalizedText())
                .contains(
                        subject,
                        "boite@exemple.example",
                        "<b>gras</b> مرحبا",
                        "Bonjour Camille Essai,");
        assertThat(letter.getAnchorByHref("https://socle.example/dossiers/1")).isNotNull();
        var html = get(letter.getUrl().getPath() + "/html");
        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts");
        assertThat(html.body()).contains("&lt;b&gt;gras&lt;/b&gt;").doesNotContain("<b>gras");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/courriels/00000000-0000-0000-0000-000000000000",
                "/courriels/00000000-0000-0000-0000-000000000000/html",
                "/courriels/rien",
                "/preferences/rien",
                "/preferences/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "/preferences/é%00",
                "/preferences/rien/desinscription/essai.nouvelles"
            })
    void whatDoesNotExistIsNotFound(String path) throws Exception {
        assertThat(get(path.replace("é", "%C3%A9")).statusCode()).isIn(400, 404);
    }

    @Test
    void oddSearchesFindNothingAndBreakNothing() throws Exception {
        for (var query :
                new String[] {"%00", "%25%27%22", "&page=2", "x&page=-5", "x&page=99999999"}) {
            assertThat(get("/courriels?q=" + query).statusCode()).as(query).isEqualTo(200);
        }
        assertThat(get("/courriels?page=deux").statusCode()).isEqualTo(422);
    }
}
