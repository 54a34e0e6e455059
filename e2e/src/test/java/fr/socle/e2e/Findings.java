package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the pages that one test looked at, each at both widths, light and dark. */
final class Findings {

    private final List<String> wrong = new ArrayList<>();

    /** Looks at the page that is open, which stays as wide as a desktop afterwards. */
    void look(Visit visit) {
        new PageCheck(visit.page()).everywhere().forEach(it -> wrong.add(visit.path() + " " + it));
        visit.page().setViewportSize(Look.DESKTOP.width(), Look.DESKTOP.height());
    }

    /** Looks at the page that refuses what this form sends as it is. */
    void lookAtRefusal(Visit visit, String button) {
        visit.press(button);
        assertThat(visit.page().locator("#erreurs").isVisible()).as(visit.path()).isTrue();
        look(visit);
    }

    void areNone() {
        assertThat(wrong).isEmpty();
    }
}
