package fr.socle.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is wrong with the page that is open, at the widths and in the colours asked for. */
final class PageCheck {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final Map<String, Object> ALL = only("tag", RULES);

    /** The dark page is the light one in other colours. */
    private static final Map<String, Object> COLOURS =
            only("rule", List.of("color-contrast", "link-in-text-block"));

    private static final String AXE = axe();

    /**
     * Not by axe’s own builder, which loads axe for each question and tells all that is right too.
     */
    private static final String VIOLATIONS =
            """
            options => axe.run(document, options).then(found => found.violations.flatMap(rule =>
                rule.nodes.map(it => rule.id + ' at ' + it.target.join(' ') + ': '
                    + it.failureSummary.replace(/\\s+/g, ' '))))
            """;

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
        wrong.addAll(violations(scheme == ColorScheme.LIGHT ? ALL : COLOURS));
        return wrong.stream().map(it -> look + " " + scheme + ": " + it).toList();
    }

    private List<String> violations(Map<String, Object> options) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        return strings(page.evaluate(VIOLATIONS, options));
    }

    private static Map<String, Object> only(String type, List<String> values) {
        return Map.of(
                "runOnly",
                Map.of("type", type, "values", values),
                "resultTypes",
                List.of("violations"));
    }

    private static String axe() {
        try (var file = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("axe cannot be read", unreadable);
        }
    }

    private static List<String> strings(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }
}
