package fr.socle.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void anApostropheIsWrittenOnceWithOrWithoutArguments() {
        assertThat(Sentence.read("L'agent", Locale.FRENCH).with()).isEqualTo("L'agent");
        assertThat(Sentence.read("L'agent {0}", Locale.FRENCH).with("Luc"))
                .isEqualTo("L'agent Luc");
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        assertThat(Sentence.read("{0} lignes", Locale.FRENCH).with(1208))
                .isEqualTo("1\u202f208 lignes");
        assertThat(Sentence.read("{0} lines", Locale.ENGLISH).with(1208)).isEqualTo("1,208 lines");
    }

    @Test
    void frenchPunctuationNeverStartsALine() {
        assertThat(Sentence.read("Ici : « oui » ; non ?", Locale.FRENCH).with())
                .isEqualTo("Ici\u00a0: «\u00a0oui\u00a0»\u202f; non\u202f?");
        assertThat(Sentence.read("Here : no ?", Locale.ENGLISH).with()).isEqualTo("Here : no ?");
    }

    @Test
    void anUnknownKeyIsAFaultOfOurs() {
        var words = new Words(Locale.FRENCH, Map.of());
        assertThatIllegalArgumentException().isThrownBy(() -> words.of("ui.nothing"));
    }

    @Test
    void arabicIsReadFromRightToLeft() {
        assertThat(new Words(Locale.of("ar"), Map.of()).direction()).isEqualTo("rtl");
        assertThat(new Words(Locale.FRENCH, Map.of()).direction()).isEqualTo("ltr");
    }
}
