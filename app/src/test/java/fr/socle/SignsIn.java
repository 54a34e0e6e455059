package fr.socle;

import java.io.IOException;
import java.util.List;
import org.htmlunit.BrowserVersion;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;

/**
 * Signs in as people do: through the pages of the federations and of the demonstration providers,
 * without scripts.
 *
 * <pre>{@code
 * var browser = SignsIn.browser();
 * SignsIn.usager(browser, base, "Léa Exemplaire");
 * SignsIn.agent(browser, base, "Camille Dubreuil");
 * }</pre>
 */
@NullMarked
public final class SignsIn {

    public static final String TAXES = "Impôts fictifs";
    public static final String POST = "Poste fictive";

    private static final String GO = "Continuer vers";
    private static final String CITY = "@beaumont.example";

    private SignsIn() {}

    /** A browser without scripts. */
    public static WebClient browser() {
        var browser = new WebClient(BrowserVersion.CHROME);
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        return browser;
    }

    /** Signs the made-up usager of this name in, and gives the page where that ends: home. */
    public static HtmlPage usager(WebClient browser, String base, String name) throws IOException {
        return usager(browser, base, name, TAXES);
    }

    public static HtmlPage usager(WebClient browser, String base, String name, String provider)
            throws IOException {
        return fromChoice(browser.getPage(base + "/connexion/usager"), name, provider);
    }

    /** As {@link #usager}, from the page of choice to which another page led. */
    public static HtmlPage fromChoice(HtmlPage choice, String name, String provider)
            throws IOException {
        return accept(consent(choice, name, provider));
    }

    /** Goes as far as the page that says what will be shared. */
    public static HtmlPage consent(HtmlPage choice, String name, String provider)
            throws IOException {
        return press(press(choice, provider), name);
    }

    /** What was agreed to before is not asked again, so the page may be missing. */
    public static HtmlPage accept(HtmlPage consent) throws IOException {
        return isThere(consent, GO) ? press(consent, GO) : consent;
    }

    private static boolean isThere(HtmlPage page, String words) {
        return page.<HtmlButton>getByXPath("//main//button").stream()
                .anyMatch(it -> it.asNormalizedText().contains(words));
    }

    /** Signs the made-up agent of this name in, and gives the page where that ends. */
    public static HtmlPage agent(WebClient browser, String base, String name) throws IOException {
        return fromMail(browser.getPage(base + "/agent/connexion"), name);
    }

    /** As {@link #agent}, from the page that asks for an e-mail address. */
    public static HtmlPage fromMail(HtmlPage mail, String name) throws IOException {
        return press(mailed(mail, "quelqu.un" + CITY), name);
    }

    /** Types this address and goes on. */
    public static HtmlPage mailed(HtmlPage mail, String address) throws IOException {
        var field = (org.htmlunit.html.HtmlInput) mail.getElementByName("courriel");
        field.setValue(address);
        return press(mail, "Continuer");
    }

    /** Presses the first button of the page's content whose text holds these words. */
    public static HtmlPage press(HtmlPage page, String words) throws IOException {
        return (HtmlPage) pressed(page, words);
    }

    /** As {@link #press}, whatever the answer is. */
    public static Page pressed(HtmlPage page, String words) throws IOException {
        List<HtmlButton> buttons = page.getByXPath("//main//button");
        return buttons.stream()
                .filter(it -> it.asNormalizedText().contains(words))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no button « "
                                                + words
                                                + " » in "
                                                + page.asNormalizedText()))
                .click();
    }
}
