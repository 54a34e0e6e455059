package fr.socle.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTableRow;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The auditor's pages, with entries of the directory in them. */
@NullMarked
class JournalPagesTests extends DirectoryTest {

    private static final String JOURNAL = "/administration/journal";

    @Test
    void theListHasWordsAndShortIdsAndALineHasThemWhole() throws Exception {
        var home = organisation("Commune relue");
        var auditor = browserOf(agent("Personne Inventée", home, Role.OPERATEUR), home);
        var id = organisation("Commune inscrite").id().toString();
        var brief = "Organisation : " + id.substring(0, 8) + "…";
        var row =
                Objects.requireNonNull(
                        await().atMost(Duration.ofSeconds(20))
                                .until(() -> rowWith(auditor, brief), it -> it != null));
        assertThat(row.asNormalizedText()).doesNotContain(id).doesNotContain("acteur");
        var link = (HtmlAnchor) Objects.requireNonNull(row.getFirstByXPath(".//a"));
        HtmlPage line = link.click();
        assertThat(line.asNormalizedText()).contains(id).contains("Nature de l’auteur");
    }

    @Test
    void whoIsNoAuditorSeesNothing() throws Exception {
        var home = organisation("Commune curieuse");
        var agent = browserOf(agent("Agent Curieux (essai)", home), home);
        assertThat(status(agent, JOURNAL)).isEqualTo(403);
        assertThat(status(agent, JOURNAL + "/0")).isEqualTo(403);
        assertThat(status(agent, JOURNAL + "/0/recu")).isEqualTo(403);
    }

    private int status(WebClient browser, String path) throws Exception {
        return browser.getPage(address(path)).getWebResponse().getStatusCode();
    }

    private @Nullable HtmlTableRow rowWith(WebClient browser, String text) throws Exception {
        HtmlPage page = browser.getPage(address(JOURNAL));
        return page.<HtmlTableRow>getByXPath("//tbody/tr").stream()
                .filter(it -> it.asNormalizedText().contains(text))
                .findFirst()
                .orElse(null);
    }
}
