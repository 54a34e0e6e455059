package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeroPublicTests {

    private final Random random = new Random(7);

    @Test
    void whatIsDrawnIsReadBackAsItIsShown() {
        var drawn = Stream.generate(() -> NumeroPublic.fresh(random)).limit(1_000).toList();
        assertThat(drawn)
                .allSatisfy(
                        numero -> {
                            assertThat(numero.formatted()).matches("[1-9]..-...-...-...");
                            assertThat(NumeroPublic.parse(numero.formatted()).orThrow())
                                    .isEqualTo(numero);
                        });
    }

    @Test
    void everyWrongDigitAndEverySwapIsRefused() {
        for (int i = 0; i < 50; i++) {
            var value = NumeroPublic.fresh(random).value();
            assertThat(
                            Stream.concat(
                                    Mistakes.wrongDigits(value).stream(),
                                    Mistakes.swaps(value, false)))
                    .allMatch(typed -> NumeroPublic.parse(typed) instanceof Parsed.Invalid);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.numero.missing",
        "482-917, kernel.numero.length",
        "482-917-305-61X, kernel.numero.characters",
        "000-000-000-000, kernel.numero.check"
    })
    void aBadOneIsRefusedWithItsReason(String typed, String key) {
        assertThat(Refused.key(NumeroPublic.parse(typed))).isEqualTo(key);
    }

    @Test
    void aBadOneCannotBeBuilt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NumeroPublic("1"));
    }
}
