package fr.socle.habilitations.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No program of a partner is a machine of this house's own networks. */
@NullMarked
class OutsideTests {

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "2001:4860:4860::8888, true",
        "127.0.0.1, false",
        "10.1.2.3, false",
        "172.16.0.1, false",
        "192.168.1.1, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "198.18.0.1, false",
        "192.0.0.8, false",
        "0.0.0.0, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "fe80::1, false",
        "fd00::1, false",
        "::ffff:10.0.0.1, false",
        "64:ff9b::a00:1, false",
        "2002:a00:1::1, false",
        "inconnu.invalid, false"
    })
    void onlyWhatIsRoutedOnTheInternetIsPublic(String host, boolean expected) {
        assertThat(Outside.isPublic(host)).isEqualTo(expected);
    }
}
