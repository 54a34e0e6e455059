package fr.socle.identity.usager;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.Parsed;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are read as people copy them; browsers and networks are told apart coarsely. */
@NullMarked
class SignInCodesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"K7QF-2M9D-1W0R", "k7qf2m9d1w0r", " K7QF 2M9D – lWOR ", "K7QF‑2M9D‑iwor"})
    void aCodeIsReadAsPeopleCopyIt(String typed) {
        assertThat(SignInCodes.parse(typed)).isEqualTo(Parsed.valid("K7QF-2M9D-1W0R"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K7QF", "K7QF-2M9D-1W0RR", "K7QF-2M9D-1W0U", "K7QF_2M9D_1W0R"})
    void whatIsNoCodeIsRefused(String typed) {
        assertThat(SignInCodes.parse(typed)).isInstanceOf(Parsed.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0|Edge|Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1|Safari|iPhone",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox|Linux",
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36|Chrome|Android",
                "curl/8.5|autre|autre"
            })
    void aBrowserIsItsFamilyAndItsSystem(String agent, String family, String system) {
        assertThat(Browser.of(agent)).isEqualTo(new Browser(family, system));
    }
}
