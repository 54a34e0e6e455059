package fr.socle.identity;

import fr.socle.SignsIn;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;

/**
 * A browser that goes from page to page of the house and stops where it leaves it: at a page that
 * waits for the person, or on its way to a service outside.
 */
@NullMarked
final class Visit {

    /** Where it stopped. */
    sealed interface Stop {
        record Shown(HtmlPage page) implements Stop {}

        record Left(String address) implements Stop {}

        /** The page that waits. */
        default HtmlPage page() {
            if (this instanceof Shown(var page)) {
                return page;
            }
            throw new AssertionError("no page, but on the way to " + this);
        }

        /** What the service gets. */
        default Map<String, String> back() {
            if (this instanceof Left(var address)) {
                return RelyingParty.query(address);
            }
            throw new AssertionError("still here: " + page().asNormalizedText());
        }

        default String code() {
            return back().getOrDefault("code", "");
        }
    }

    final WebClient browser;

    Visit() {
        this(SignsIn.browser());
    }

    /** Goes on with a browser, whose redirects it follows by itself from now on. */
    Visit(WebClient browser) {
        this.browser = browser;
        browser.getOptions().setRedirectEnabled(false);
    }

    Stop open(String address) throws IOException {
        return follow(browser.getPage(address));
    }

    Stop press(HtmlPage page, String words) throws IOException {
        return follow(SignsIn.pressed(page, words));
    }

    /** From the page of choice to the page that tells what will be shared, or beyond. */
    Stop choose(HtmlPage choice, String provider, String name) throws IOException {
        return press(press(choice, provider).page(), name);
    }

    /** Through all pages: the code. */
    Stop signIn(MadeUpServices.Service service, String name) throws IOException {
        var consent = choose(open(service.authorize()).page(), SignsIn.TAXES, name);
        return press(consent.page(), "Continuer vers");
    }

    void forget(String prefix) {
        var cookies = browser.getCookieManager();
        cookies.getCookies().stream()
                .filter(it -> it.getName().startsWith(prefix))
                .toList()
                .forEach(cookies::removeCookie);
    }

    private Stop follow(Page first) throws IOException {
        var page = first;
        while (page.getWebResponse().getStatusCode() == 303) {
            var here = URI.create(page.getUrl().toString());
            var next = here.resolve(page.getWebResponse().getResponseHeaderValue("Location"));
            if (!next.getAuthority().equals(here.getAuthority())) {
                return new Stop.Left(next.toString());
            }
            page = browser.getPage(next.toString());
        }
        return new Stop.Shown((HtmlPage) page);
    }
}
