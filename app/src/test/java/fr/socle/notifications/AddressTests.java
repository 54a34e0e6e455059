package fr.socle.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.kernel.Parsed;
import fr.socle.notifications.address.Address;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "camille",
                "@exemple.example",
                "camille@",
                "a@b@c.example",
                "camille..x@exemple.example",
                ".camille@exemple.example",
                "camille@exemple..example",
                "camille@-exemple.example",
                "camille@exem_ple.example",
                "camille @exemple.example",
                "camille@exemple.example\r\nBcc: autre@exemple.example",
                "camille@exemple.example\n",
                "camille\u0000@exemple.example",
                "camille\u2028x@exemple.example",
                "Camille <camille@exemple.example>",
                "a@exemple.example, b@exemple.example",
                "groupe: a@exemple.example;",
                "\"a b\"@exemple.example",
                "camille(x)@exemple.example"
            })
    void whatIsNotOneBareAddressIsRefused(String text) {
        assertThat(Address.parse(text)).isInstanceOf(Parsed.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camille@exemple.example",
                "camille+socle@exemple.example",
                "o'neil@exemple.example",
                "a.b-c_d@sous.domaine.exemple.example",
                "zoé@exemple.example",
                "用户@exemple.example",
                "مثال@exemple.example"
            })
    void aBareAddressIsTaken(String text) {
        assertThat(Address.parse(text).orThrow().value()).isEqualTo(text);
    }

    @Test
    void anInternationalDomainIsHeldInAscii() {
        var address = Address.parse("camille@Préfecture-Été.example").orThrow();
        assertThat(address.value()).matches("camille@xn--prfecture-t-[a-z0-9]+\\.example");
        assertThat(address.international()).isFalse();
        assertThat(Address.parse("zoé@exemple.example").orThrow().international()).isTrue();
    }

    @Test
    void anAddressThatIsTooLongIsRefusedWithItsLimit() {
        var refused = Address.parse("a".repeat(65) + "@exemple.example");
        assertThat(refused).isEqualTo(Parsed.invalid("notifications.address.long", 254));
    }

    @Test
    void aRecipientCannotBeMadeOfABadAddress() {
        assertThatThrownBy(() -> new Recipient(UUID.randomUUID(), "a@b\r\n", null, "fr"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("a@b");
        assertThatThrownBy(
                        () -> new Recipient(UUID.randomUUID(), "a@b.example", "x\r\nBcc: y", "fr"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLogLineShowsNobody() {
        assertThat(Sample.someone().toString()).doesNotContain("camille", "Camille");
    }
}
