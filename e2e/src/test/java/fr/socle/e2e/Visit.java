package fr.socle.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/**
 * One person at one screen: a browser without memory, and a page. It goes nowhere but to its Socle,
 * and notes what no page of Socle may do: ask for anything elsewhere, fail to load a part, log an
 * error, break its Content-Security-Policy (which the browser logs as an error).
 */
final class Visit implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();

    Visit(Browser browser, Look look, String origin) {
        this.origin = origin;
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(origin)
                                .setViewportSize(look.width(), look.height())
                                .setJavaScriptEnabled(look.scripts())
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale("fr-FR"));
        context.route(
                url -> !url.startsWith(origin + "/") && !url.startsWith("data:"),
                route -> {
                    complain("asks for " + route.request().url());
                    route.abort();
                });
        page = context.newPage();
        listen();
    }

    private void listen() {
        page.onPageError(error -> complain("script error: " + error));
        page.onConsoleMessage(
                message -> {
                    // a refused form is a 422, which the browser logs; parts are watched below
                    if (message.type().equals("error")
                            && !message.text().startsWith("Failed to load resource")) {
                        complain("console: " + message.text());
                    }
                });
        page.onResponse(
                response -> {
                    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                        complain(response.status() + " for a part: " + response.url());
                    }
                });
    }

    private void complain(String what) {
        complaints.add(page.url() + " " + what);
    }

    String origin() {
        return origin;
    }

    Page page() {
        return page;
    }

    /** What its pages did and may not do. */
    List<String> complaints() {
        return complaints;
    }

    Response go(String path) {
        var response = page.navigate(path);
        if (response == null) {
            throw new AssertionError("no answer from " + path);
        }
        return response;
    }

    /** Goes there again until this is shown: what is written in the background takes a moment. */
    void goUntil(String path, Locator wanted) {
        for (int tries = 0; tries < 80; tries++) {
            go(path);
            if (wanted.count() > 0) {
                return;
            }
            page.waitForTimeout(250);
        }
        throw new AssertionError(path + " does not show " + wanted);
    }

    /** Enters as a made-up agent of the demonstration. */
    void enterAs(String name) {
        go("/connexion");
        follow("S’identifier comme agent");
        type("Adresse électronique professionnelle", "quelqu.un@beaumont.example");
        press("Continuer");
        leaveBy(page.locator("main button", new Page.LocatorOptions().setHasText(name)));
    }

    /** Enters as a made-up usager of the demonstration. */
    void enterAsUsager(String name) {
        go("/connexion");
        follow("S’identifier comme usager");
        takeAccount(name);
    }

    /** From the choice of an account; what was shared before is not asked again. */
    void takeAccount(String name) {
        leaveBy(page.locator("main button.provider").first());
        leaveBy(
                page.locator("main button.provider", new Page.LocatorOptions().setHasText(name))
                        .first());
        var consent = role(AriaRole.BUTTON, "Continuer vers Mes démarches");
        if (consent.count() > 0) {
            consent.click();
        }
    }

    /** Presses what leads to another address, and is there. */
    private void leaveBy(Locator button) {
        var here = page.url();
        button.click();
        page.waitForURL(it -> !it.equals(here));
    }

    void press(String button) {
        role(AriaRole.BUTTON, button).click();
    }

    void follow(String link) {
        role(AriaRole.LINK, link).click();
    }

    void type(String label, String text) {
        field(label).fill(text);
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator heading(String text) {
        return role(AriaRole.HEADING, text);
    }

    Locator text(String text) {
        return page.locator("main").getByText(text).first();
    }

    /** The address of the page, without the origin. */
    String path() {
        return page.url().substring(origin.length());
    }

    /** The number of the answer to a plain request from this browser, without showing it. */
    int status(String path) {
        return page.request().get(path).status();
    }

    private Locator role(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
