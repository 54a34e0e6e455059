package fr.socle.avis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TongueTests {

    @ParameterizedTest
    @EnumSource
    void everyTongueHasEverySentenceWithItsPlaces(Tongue tongue) {
        assertThat(tongue.sentences().keySet()).isEqualTo(Tongue.ES.sentences().keySet());
        Tongue.ES
                .sentences()
                .forEach(
                        (key, spanish) ->
                                assertThat(places(tongue.sentence(key)))
                                        .as(key)
                                        .isEqualTo(places(spanish)));
    }

    @Test
    void aTongueIsReadByItsCodeOnly() {
        assertThat(Tongue.of("pt")).contains(Tongue.PT);
        assertThat(Tongue.of("PT")).isEmpty();
        assertThat(Tongue.of("../fr")).isEmpty();
    }

    private static int places(String sentence) {
        return new MessageFormat(sentence.replace("'", "''")).getFormatsByArgumentIndex().length;
    }
}
