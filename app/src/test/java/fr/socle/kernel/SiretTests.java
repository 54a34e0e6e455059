package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiretTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"73282932000074", "732 829 320 00074", "732\u00A0829\u00A0320\u00A000074"})
    void groupingDoesNotMatter(String typed) {
        assertThat(Siret.parse(typed).orThrow()).isEqualTo(new Siret("73282932000074"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"35600000049837", "35600000000048"})
    void thoseOfLaPosteObeyTheirOwnRule(String typed) {
        assertThat(Siret.parse(typed).orThrow().siren()).isEqualTo(new Siren("356000000"));
    }

    @Test
    void theRuleOfLaPosteIsForLaPosteOnly() {
        var sumIsAMultipleOfFive = "73282932000004";
        assertThat(Luhn.sumOfDigits(sumIsAMultipleOfFive) % 5).isZero();
        assertThat(Refused.key(Siret.parse(sumIsAMultipleOfFive))).isEqualTo("kernel.siret.luhn");
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.siret.missing",
        "732829320, kernel.siret.length",
        "732829320000741, kernel.siret.length",
        "7328293200007A, kernel.siret.characters",
        "73282932100074, kernel.siret.siren",
        "73282932000075, kernel.siret.luhn",
        "35600000049838, kernel.siret.luhn"
    })
    void aBadOneIsRefusedWithItsReason(String typed, String key) {
        assertThat(Refused.key(Siret.parse(typed))).isEqualTo(key);
    }

    @Test
    void isASirenAndFiveDigits() {
        var siret = new Siret("73282932000074");
        assertThat(siret.siren()).isEqualTo(new Siren("732829320"));
        assertThat(siret.nic()).isEqualTo("00074");
        assertThat(siret.formatted()).isEqualTo("732 829 320 00074");
    }

    @Test
    void everyWrongDigitIsRefused() {
        assertThat(Mistakes.wrongDigits("73282932000074"))
                .allMatch(typed -> Siret.parse(typed) instanceof Parsed.Invalid);
    }

    @Test
    void aBadOneCannotBeBuilt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Siret("73282932000075"));
    }
}
