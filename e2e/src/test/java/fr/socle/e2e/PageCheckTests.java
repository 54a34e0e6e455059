package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Because a check that finds nothing anywhere looks like a house without fault. */
@InBrowser
class PageCheckTests {

    @Test
    void whatIsWrongWithAPageIsFound(Visits visits) {
        var visit = visits.open(Look.DESKTOP);
        visit.go("/");
        visit.page()
                .evaluate(
                        """
                        () => document.querySelector('main').insertAdjacentHTML('beforeend', `
                            <h1>Un second titre</h1><img src="data:,"><input id="main"><a href="#nulle-part">là</a>
                            <p id="pale">Trop pâle</p><div id="large">Trop large</div>`)
                        """);
        // through the object, because the policy of the page refuses a style in its text
        visit.page()
                .evaluate(
                        """
                        () => {
                            document.getElementById('pale').style.color = '#888';
                            document.getElementById('large').style.width = '4000px';
                        }
                        """);
        var wrong = String.join("\n", new PageCheck(visit.page()).everywhere());
        assertThat(wrong)
                .contains("2 h1", "no alternative for", "no place called #nulle-part")
                .contains("DESKTOP LIGHT: wider than the screen", "PHONE DARK: wider")
                .contains("DESKTOP LIGHT: label at", "PHONE LIGHT: image-alt at")
                .contains("DESKTOP LIGHT: color-contrast at #pale");
    }
}
