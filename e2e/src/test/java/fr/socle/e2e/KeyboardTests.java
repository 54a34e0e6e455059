package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages without a mouse. */
@InBrowser
class KeyboardTests {

    /** What has the focus, in words, and what is wrong with how it shows. */
    private static final String FOCUS =
            """
            () => {
                const it = document.activeElement;
                if (!it || it === document.body) return '';
                const seen = it.checkVisibility({opacityProperty: true, visibilityProperty: true});
                const box = it.getBoundingClientRect();
                const style = getComputedStyle(it);
                const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                const name = it.tagName + ' ' + (it.getAttribute('href') ?? it.innerText ?? '').trim();
                return (seen && box.width && box.bottom > 0 && ring ? '' : 'UNSEEN ') + name;
            }
            """;

    private static final String REACHABLE =
            """
            () => [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden])')]
                .filter(it => it.checkVisibility({visibilityProperty: true}) && !it.disabled).length
            """;

    @ParameterizedTest
    @EnumSource
    void theFirstStopLeadsToTheContent(Look look, Visits visits) {
        var page = signIn(look, visits);
        page.keyboard().press("Tab");
        assertThat(focus(page)).isEqualTo("A #contenu");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("contenu");
        page.keyboard().press("Tab");
        assertThat(focus(page)).startsWith("A /connexion/usager");
        page.keyboard().press("Enter");
        page.waitForURL("**/citoyens/api/v2/interaction/*");
    }

    @ParameterizedTest
    @EnumSource
    void everyStopIsSeen(Look look, Visits visits) {
        var page = signIn(look, visits);
        List<String> stops = new ArrayList<>();
        page.keyboard().press("Tab");
        for (var stop = focus(page); !stop.isEmpty() && stops.size() < 200; stop = focus(page)) {
            stops.add(stop);
            page.keyboard().press("Tab");
        }
        assertThat(stops).noneMatch(it -> it.startsWith("UNSEEN"));
        assertThat(stops).hasSize((Integer) page.evaluate(REACHABLE));
    }

    private static String focus(Page page) {
        return String.valueOf(page.evaluate(FOCUS));
    }

    private static Page signIn(Look look, Visits visits) {
        var visit = visits.open(look);
        visit.go("/connexion");
        return visit.page();
    }
}
