package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "agent@exemple.fr, agent@exemple.fr",
        "' agent@exemple.fr\u00A0', agent@exemple.fr",
        "Prenom.Nom+socle@EXEMPLE.FR, Prenom.Nom+socle@exemple.fr",
        "o'exemple@mairie.exemple.fr, o'exemple@mairie.exemple.fr",
        "agent@épinal.exemple.fr, agent@xn--pinal-9ra.exemple.fr",
        "agent@xn--pinal-9ra.exemple.fr, agent@xn--pinal-9ra.exemple.fr"
    })
    void keepsTheFirstPartAndLowersTheDomain(String typed, String value) {
        assertThat(EmailAddress.parse(typed).orThrow().value()).isEqualTo(value);
    }

    @Test
    void showsAnInternationalDomainInItsOwnScript() {
        var address = EmailAddress.parse("agent@épinal.exemple.fr").orThrow();
        assertThat(address.formatted()).isEqualTo("agent@épinal.exemple.fr");
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.email.missing",
        "'a@exemple.fr\nBcc: b@exemple.fr', kernel.email.control",
        "'a\u0000@exemple.fr', kernel.email.control",
        "exemple.fr, kernel.email.at",
        "a@b@exemple.fr, kernel.email.at",
        "@exemple.fr, kernel.email.local",
        ".a@exemple.fr, kernel.email.local",
        "a..b@exemple.fr, kernel.email.local",
        "a b@exemple.fr, kernel.email.local",
        "\"a\"@exemple.fr, kernel.email.local",
        "é@exemple.fr, kernel.email.local",
        "a@localhost, kernel.email.domain.dot",
        "a@, kernel.email.domain.dot",
        "a@exemple..fr, kernel.email.domain",
        "a@-exemple.fr, kernel.email.domain",
        "a@exemple.fr., kernel.email.domain",
        "a@exemple_.fr, kernel.email.domain",
        "a@[192.168.0.1], kernel.email.domain",
        "a@192.168.0.1, kernel.email.domain",
        "a@exemple.f, kernel.email.domain"
    })
    void aBadOneIsRefusedWithItsReason(String typed, String key) {
        assertThat(Refused.key(EmailAddress.parse(typed))).isEqualTo(key);
    }

    @Test
    void lengthsAreThoseOfTheStandard() {
        var domain = "exemple.fr";
        assertThat(EmailAddress.parse("a".repeat(64) + "@" + domain).orThrow().local()).hasSize(64);
        assertThat(Refused.key(EmailAddress.parse("a".repeat(65) + "@" + domain)))
                .isEqualTo("kernel.email.local.length");
        var long254 = "a@" + "b23456789.".repeat(25) + "fr";
        assertThat(EmailAddress.parse(long254).orThrow().value()).hasSize(254);
        assertThat(Refused.key(EmailAddress.parse("a" + long254))).isEqualTo("kernel.email.length");
        assertThat(Refused.key(EmailAddress.parse("a@" + "b".repeat(64) + ".fr")))
                .isEqualTo("kernel.email.domain");
    }

    @Test
    void printsItsDomainOnly() {
        assertThat(EmailAddress.parse("agent@exemple.fr").orThrow().toString())
                .doesNotContain("agent")
                .contains("exemple.fr");
    }

    @Test
    void aBadOneCannotBeBuilt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailAddress("a", "EXEMPLE.fr"))
                .withMessage("kernel.email.domain");
    }
}
