package fr.socle.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the page that is open, at the widths and in the colours asked for. */
final class PageCheck {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Finds, without axe, what every page owes its reader. */
    private static final String FACTS =
            """
            () => {
                const wrong = [];
                const headings = document.querySelectorAll('h1').length;
                if (headings !== 1) wrong.push(headings + ' h1');
                if (!document.title.trim()) wrong.push('no title');
                if (!document.documentElement.lang) wrong.push('no language');
                for (const image of document.querySelectorAll('img:not([alt])')) {
                    wrong.push('no alternative for ' + image.src);
                }
                for (const link of document.querySelectorAll('a[href^="#"]')) {
                    const target = decodeURIComponent(link.hash.slice(1));
                    if (!document.getElementById(target)) wrong.push('no place called #' + target);
                }
                const ids = [...document.querySelectorAll('[id]')].map(it => it.id);
                for (const id of new Set(ids.filter((it, i) => ids.indexOf(it) !== i))) {
                    wrong.push('id used twice: ' + id);
                }
                return wrong;
            }
            """;

    private static final String OVERFLOW =
            """
            () => document.documentElement.scrollWidth <= window.innerWidth ? [] :
                ['wider than the screen: ' + document.documentElement.scrollWidth, ...
                    [...document.querySelectorAll('main *')]
                        .filter(it => it.getBoundingClientRect().right > window.innerWidth + 1)
                        .slice(0, 3).map(it => '  ' + it.outerHTML.slice(0, 120))]
            """;

    private final Page page;

    PageCheck(Page page) {
        this.page = page;
    }

    /** Both widths, both colours. */
    List<String> everywhere() {
        var wrong = new ArrayList<>(facts());
        for (var look : List.of(Look.DESKTOP, Look.PHONE)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                wrong.addAll(at(look, scheme));
            }
        }
        return wrong;
    }

    /** A page known from another reader: what differs is its head and its buttons. */
    List<String> again() {
        var wrong = new ArrayList<>(facts());
        wrong.addAll(at(Look.PHONE, ColorScheme.LIGHT));
        return wrong;
    }

    private List<String> facts() {
        return strings(page.evaluate(FACTS));
    }

    private List<String> at(Look look, ColorScheme scheme) {
        page.setViewportSize(look.width(), look.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        var wrong = new ArrayList<>(strings(page.evaluate(OVERFLOW)));
        rules(scheme).analyze().getViolations().forEach(rule -> wrong.addAll(told(rule)));
        return wrong.stream().map(it -> look + " " + scheme + ": " + it).toList();
    }

    /**
     * The dark page is the light one in other colours: only what is said of colours is asked again.
     */
    private AxeBuilder rules(ColorScheme scheme) {
        var axe = new AxeBuilder(page).setLegacyMode(true);
        return scheme == ColorScheme.LIGHT
                ? axe.withTags(RULES)
                : axe.withRules(List.of("color-contrast", "link-in-text-block"));
    }

    private static List<String> told(Rule rule) {
        return rule.getNodes().stream().map(node -> told(rule, node)).toList();
    }

    private static String told(Rule rule, CheckedNode node) {
        return rule.getId()
                + " at "
                + node.getTarget()
                + ": "
                + String.valueOf(node.getFailureSummary()).replaceAll("\\s+", " ");
    }

    private static List<String> strings(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }
}
