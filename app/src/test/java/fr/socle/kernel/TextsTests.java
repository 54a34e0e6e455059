package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts stay what they look. */
@NullMarked
class TextsTests {

    @Test
    void aCutLeavesNoHalfOfACharacter() {
        assertThat(Texts.cut("abc", 3)).isEqualTo("abc");
        assertThat(Texts.cut("abcd", 3)).isEqualTo("ab…");
        for (int max = 2; max < 9; max++) {
            var cut = Texts.cut("a" + "😀".repeat(9), max);
            assertThat(cut).hasSizeLessThanOrEqualTo(max).endsWith("…");
            assertThat(cut.codePoints().noneMatch(Texts::deceives)).as(cut).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x1B, 0x85, 0x2028, 0x202E, 0x2066, 0xD83D, 0xFFFE, 0x1FFFF})
    void whatDeceivesIsKnown(int character) {
        assertThat(Texts.deceives(character)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {'\n', '\r', '\t', ' ', 'é', 0x1F600})
    void whatPeopleTypeIsNot(int character) {
        assertThat(Texts.deceives(character)).isFalse();
    }
}
