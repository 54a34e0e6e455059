package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exchange.provider.Keytool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator names who vouches for a provider, without scripts. */
@NullMarked
class ProviderAuthorityTests extends DeskTest {

    @TempDir Path folder = Path.of("x");

    ProviderAuthorityTests() throws IOException {}

    @BeforeEach
    void aPreparedProvider() throws IOException {
        operator("exchange.operer");
        prepared();
    }

    @Test
    void anAuthorityIsStoredShownReplacedAndWithdrawn() throws Exception {
        var stored = sent(access(), Keytool.authority(folder.resolve("une.p12"), "Une"));
        assertThat(stored.asNormalizedText()).contains("L’autorité de certification est déposée");
        assertThat(open(one() + "/acces").asNormalizedText()).contains("CN=Une", "Autre autorité");
        sent(access(), Keytool.authority(folder.resolve("deux.p12"), "Deux"));
        assertThat(open(one() + "/acces").asNormalizedText())
                .contains("CN=Deux")
                .doesNotContain("CN=Une");
        var withdrawn = send(formTo(open(one() + "/acces"), one() + "/autorite/retrait"));
        assertThat(withdrawn.asNormalizedText()).contains("est retirée");
        assertThat(open(one() + "/acces").asNormalizedText()).doesNotContain("CN=Deux");
        told("autorite-deposee", "autorite-deposee", "autorite-retiree");
    }

    @Test
    void whatIsNoAuthorityIsRefusedAndNothingChanges() throws Exception {
        var nothing = send(access());
        assertThat(status(nothing)).isEqualTo(422);
        assertThat(nothing.asNormalizedText()).contains("Choisissez le fichier de l’autorité");
        for (var wrong :
                new String[] {
                    "rien",
                    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                    "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                    "x".repeat(100_001)
                }) {
            assertThat(status(sent(access(), wrong))).isEqualTo(422);
        }
        assertThat(status(post("_version=1"))).isEqualTo(422);
        assertThat(open(one() + "/acces").asXml()).doesNotContain("/autorite/retrait");
    }

    @Test
    void onAnOldVersionNothingIsStored() throws Exception {
        var old = access();
        sent(access(), Keytool.authority(folder.resolve("une.p12"), "Une"));
        var refused = sent(old, Keytool.authority(folder.resolve("deux.p12"), "Deux"));
        assertThat(status(refused)).isEqualTo(409);
        assertThat(open(one() + "/acces").asNormalizedText()).contains("CN=Une");
    }

    @Test
    void whoOnlyObservesStoresNothing() throws IOException {
        operator("exchange.observer");
        assertThat(status(post("_version=1"))).isEqualTo(403);
    }

    private HtmlForm access() throws IOException {
        return formTo(open(one() + "/acces"), one() + "/autorite");
    }

    private HtmlPage sent(HtmlForm form, String pem) throws IOException {
        var file = folder.resolve("autorite.pem");
        Files.writeString(file, pem);
        form.<HtmlFileInput>getInputByName("autorite").setFiles(file.toFile());
        return send(form);
    }

    private HtmlPage post(String body) throws IOException {
        var url = URI.create("http://localhost:" + port + one() + "/autorite").toURL();
        var request = new WebRequest(url, HttpMethod.POST);
        request.setRequestBody(body);
        request.setAdditionalHeader("Content-Type", "application/x-www-form-urlencoded");
        request.setAdditionalHeader("Accept", "text/html");
        return browser.getPage(request);
    }
}
