package fr.socle.avis.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.Parsed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTests {

    @ParameterizedTest
    @CsvSource({
        "https://www.ville.example,https://www.ville.example",
        "HTTPS://Ville.Example:443/,https://ville.example",
        "https://ville.example:8443,https://ville.example:8443",
        "https://mairie-évry.example,https://xn--mairie-vry-h7a.example"
    })
    void theAddressOfASiteIsWrittenAsBrowsersWriteIt(String typed, String origin) {
        assertThat(Origin.parse(typed).orThrow()).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ville.example",
                "https://*.ville.example",
                "https://ville.example/page",
                "https://moi@ville.example",
                "https://ville.example; script-src *",
                "https://ville.example https://autre.example",
                "https://10.0.0.1",
                "https://localhost",
                "https://ville.example:99999",
                "https://",
                "null",
                "'self'",
                "*"
            })
    void whatIsNoSiteIsRefused(String typed) {
        assertThat(Origin.parse(typed)).isInstanceOf(Parsed.Invalid.class);
    }
}
