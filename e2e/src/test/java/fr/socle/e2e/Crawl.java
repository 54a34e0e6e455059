package fr.socle.e2e;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows every link from where it is set, inside Socle. Of addresses that differ only by an
 * identifier it asks for a few, and shows one.
 */
final class Crawl {

    /** How many addresses of one shape are asked for, so that a link is known to lead somewhere. */
    private static final int ASKED = 3;

    private static final String LINKS =
            "() => [...document.querySelectorAll('a[href]')].map(it => it.href)";

    private final Page page;
    private final String origin;
    private final Set<String> known;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Set<String> met = new HashSet<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final Set<String> shown = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private Predicate<String> forbidden = _ -> false;

    /**
     * @param known shapes that another crawl has looked at in every way; this one adds its own
     */
    Crawl(Visit visit, Set<String> known) {
        this.page = visit.page();
        this.origin = visit.origin();
        this.known = known;
    }

    /** What is wrong with the pages that can be reached from these. */
    List<String> from(List<String> paths) {
        paths.forEach(this::note);
        while (!ahead.isEmpty()) {
            visit(ahead.removeFirst());
        }
        return wrong;
    }

    /** What a browser asks for: a sign-in is a page, not the 401 that a machine gets. */
    private static RequestOptions asPeopleDo() {
        return RequestOptions.create()
                .setMaxRedirects(10)
                .setHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    /** Pages that this reader meets links to and is told not to be for him, which is a page too. */
    Crawl telling(Predicate<String> notForHim) {
        forbidden = notForHim;
        return this;
    }

    /** The shapes of the pages that were shown. */
    Set<String> shown() {
        return shown;
    }

    private void visit(String path) {
        var shape = shape(path);
        if (asked.merge(shape, 1, Integer::sum) > ASKED) {
            return;
        }
        var answer = page.request().get(origin + path, asPeopleDo());
        if (answer.status() >= 400 && !isToBeExpected(answer.status(), path)) {
            wrong.add(path + " answers " + answer.status());
        }
        if (isPage(answer) && shown.add(shape)) {
            show(path, shape);
        }
        answer.dispose();
    }

    /** A browser keeps five sign-ins in flight; a crawl begins more, and is told which it lost. */
    private boolean isToBeExpected(int status, String path) {
        return status == 403 && forbidden.test(path)
                // a company's file asks for a second account, which this reader does not have
                || status == 401 && path.equals("/mon-entreprise")
                || status == 400 && path.contains("/api/v2/interaction/");
    }

    private void show(String path, String shape) {
        page.navigate(path);
        var check = new PageCheck(page);
        var found = known.add(shape) ? check.everywhere() : check.again();
        found.forEach(it -> wrong.add(path + " " + it));
        ((List<?>) page.evaluate(LINKS)).forEach(it -> follow(String.valueOf(it)));
    }

    private void follow(String href) {
        if (href.startsWith(origin + "/")) {
            note(href.substring(origin.length()).replaceFirst("#.*", ""));
        } else if (!href.startsWith("mailto:") && !href.startsWith("tel:")) {
            wrong.add(page.url() + " leads outside: " + href);
        }
    }

    /** The switch of language would change every page after it: it has a test of its own. */
    private void note(String path) {
        if (!path.startsWith("/langue/") && met.add(path)) {
            ahead.addLast(path);
        }
    }

    /** A letter shows itself under a policy of its own, as mail programs do: no page of Socle. */
    private static boolean isPage(APIResponse answer) {
        return answer.headers().getOrDefault("content-type", "").startsWith("text/html")
                && !answer.headers()
                        .getOrDefault("content-security-policy", "")
                        .contains("sandbox");
    }

    /** The address without what tells one thing from another of its kind. */
    private static String shape(String path) {
        var address = URI.create(path);
        var place =
                address.getRawPath()
                        .replaceAll("/champs/(?!nouveau)[^/]+", "/champs/*")
                        .replaceAll("/([0-9]+|[0-9a-f-]{36}|[\\w-]{20,})(?=/|$)", "/*");
        var query = address.getRawQuery();
        return query == null ? place : place + "?" + query.replaceAll("=[^&]*", "");
    }
}
