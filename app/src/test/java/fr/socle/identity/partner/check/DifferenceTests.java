package fr.socle.identity.partner.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two addresses that are nearly the same. */
@NullMarked
class DifferenceTests {

    private static final String RIGHT = "https://cantine.example/retour";

    @ParameterizedTest
    @CsvSource({
        "https://cantine.example/retour/, slash-more",
        "http://cantine.example/retour, http",
        "https://cantine.example/Retour, case",
        "https%3A%2F%2Fcantine.example%2Fretour, encoded-twice",
        "https://cantine.example/ret, short",
        "https://cantine.example/retour?x=1, long",
        "https://cantine.example:8443/retour, character",
    })
    void aUsualSlipIsCalledByItsName(String given, String slip) {
        assertThat(Difference.of(given, List.of(RIGHT)).orElseThrow().told().key())
                .isEqualTo("identity.check.difference." + slip);
    }

    @Test
    void blanksAndMissingSlashesAreSlipsToo() {
        assertThat(told(RIGHT + " ", RIGHT)).endsWith("blank");
        assertThat(told(RIGHT, RIGHT + "/")).endsWith("slash-less");
    }

    @Test
    void theCharacterThatDiffersIsShownWithItsPlace() {
        var told =
                Difference.of("https://cantine.example/rotour", List.of(RIGHT))
                        .orElseThrow()
                        .told();
        assertThat(told.key()).isEqualTo("identity.check.difference.character");
        assertThat(told.arguments()).containsExactly(RIGHT, 26, "o", "e");
    }

    @Test
    void theMostSimilarAddressIsCompared() {
        var difference =
                Difference.of(
                                "https://cantine.example/retours",
                                List.of("https://autre.example/", RIGHT))
                        .orElseThrow();
        assertThat(difference.registered()).isEqualTo(RIGHT);
        assertThat(Difference.of(RIGHT, List.of())).isEmpty();
    }

    private static String told(String given, String registered) {
        return Difference.of(given, List.of(registered)).orElseThrow().told().key();
    }
}
