package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SirenTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "732829320",
                " 732 829 320 ",
                "732\u00A0829\u202F320",
                "732.829.320",
                "732-829-320"
            })
    void groupingDoesNotMatter(String typed) {
        assertThat(Siren.parse(typed).orThrow()).isEqualTo(new Siren("732829320"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"356000000", "120027016", "217500016", "552100554"})
    void realOnesAreAccepted(String typed) {
        assertThat(Siren.parse(typed).orThrow().value()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.siren.missing",
        "'   ', kernel.siren.missing",
        "73282932, kernel.siren.length",
        "73282932000074, kernel.siren.length",
        "73282932O, kernel.siren.characters",
        "٧٣٢٨٢٩٣٢٠, kernel.siren.characters",
        "732829321, kernel.siren.luhn",
        "'732829320\u0000', kernel.siren.characters"
    })
    void aBadOneIsRefusedWithItsReason(String typed, String key) {
        assertThat(Refused.key(Siren.parse(typed))).isEqualTo(key);
    }

    @Test
    void isWrittenInGroupsOfThree() {
        assertThat(new Siren("732829320").formatted()).isEqualTo("732 829 320");
    }

    @Test
    void everyWrongDigitIsRefused() {
        assertThat(Mistakes.wrongDigits("732829320"))
                .allMatch(typed -> Siren.parse(typed) instanceof Parsed.Invalid);
    }

    @Test
    void everySwapOfNeighboursIsRefusedExceptZeroAndNine() {
        var swaps =
                IntStream.range(0, 100)
                        .mapToObj(Mistakes::sirenWith)
                        .flatMap(siren -> Mistakes.swaps(siren, true))
                        .toList();
        assertThat(swaps)
                .hasSizeGreaterThan(300)
                .allMatch(typed -> Siren.parse(typed) instanceof Parsed.Invalid);
    }

    @Test
    void aBadOneCannotBeBuilt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Siren("732829321"))
                .withMessage("kernel.siren.luhn");
        assertThatIllegalArgumentException().isThrownBy(() -> new Siren("732 829 320"));
    }
}
