package fr.socle.journey;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A page as a person without JavaScript has it before them: what stands there, where its links
 * lead, which forms can be sent.
 */
final class Screen {

    private static final String FIELDS =
            "input:not([type=hidden]):not([type=radio]):not([type=checkbox])";

    private final Browser browser;
    private final URI address;
    private final int status;
    private final Document document;

    Screen(Browser browser, URI address, int status, Document document) {
        this.browser = browser;
        this.address = address;
        this.status = status;
        this.document = document;
    }

    URI address() {
        return address;
    }

    int status() {
        return status;
    }

    /** Everything that can be read, in one line: what stands in the fields comes last. */
    String text() {
        var fields = String.join(" · ", document.select(FIELDS).eachAttr("value"));
        return (document.body().text() + " " + fields)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    Document document() {
        return document;
    }

    boolean says(String words) {
        return text().contains(words);
    }

    /** This page, if it answers with this status. */
    Screen answering(int expected) {
        if (status != expected) {
            throw new Unexpected("une réponse " + expected, this);
        }
        return this;
    }

    /** This page, if these words can be read on it. */
    Screen saying(String words) {
        if (!says(words)) {
            throw new Unexpected("« " + words + " »", this);
        }
        return this;
    }

    /** This page, if these words cannot be read on it. */
    Screen silentOn(String words) {
        if (says(words)) {
            throw new Unexpected("pas de « " + words + " »", this);
        }
        return this;
    }

    /** Follows the first link whose words contain these. */
    Screen follow(String words) {
        return browser.get(
                link(words).orElseThrow(() -> new Unexpected("un lien « " + words + " »", this)));
    }

    /** Follows the first link with these words and no other. */
    Screen followExactly(String words) {
        var found =
                document.select("a[href]").stream()
                        .filter(it -> plain(it.text()).strip().equals(plain(words)))
                        .findFirst()
                        .orElseThrow(() -> new Unexpected("un lien « " + words + " » seul", this));
        return browser.get(URI.create(found.absUrl("href")));
    }

    /** Follows the link with these words in the card, line or row that also says these. */
    Screen follow(String words, String beside) {
        var found =
                document.select("a[href]").stream()
                        .filter(it -> reads(it, words))
                        .filter(it -> around(it).filter(part -> reads(part, beside)).isPresent())
                        .findFirst();
        return browser.get(
                URI.create(
                        found.orElseThrow(
                                        () ->
                                                new Unexpected(
                                                        "« "
                                                                + words
                                                                + " » près de « "
                                                                + beside
                                                                + " »",
                                                        this))
                                .absUrl("href")));
    }

    /** What the administration has already, shown in the field with this label and not typed. */
    Optional<String> given(String label) {
        return document.select(".field").stream()
                .filter(it -> it.select("label").stream().anyMatch(l -> reads(l, label)))
                .flatMap(it -> it.select("input[readonly]").stream())
                .map(Element::val)
                .findFirst();
    }

    /** What can be read, digits only: amounts are grouped in many ways. */
    String digits() {
        return text().replaceAll("(?<=\\d)[ .](?=\\d)", "").replaceAll("\\D+", " ");
    }

    Optional<URI> link(String words) {
        return document.select("a[href]").stream()
                .filter(it -> reads(it, words))
                .map(it -> URI.create(it.absUrl("href")))
                .findFirst();
    }

    /** What the first link with these words leads to, as bytes: a file to keep. */
    byte[] download(String words) {
        return browser.download(
                link(words).orElseThrow(() -> new Unexpected("un lien « " + words + " »", this)));
    }

    /** The form that this button sends, ready to be filled. */
    Filling form(String button) {
        return document.select("button, input[type=submit]").stream()
                .filter(it -> reads(it, button))
                .flatMap(it -> owner(it).map(form -> new Filling(browser, this, form, it)).stream())
                .findFirst()
                .orElseThrow(() -> new Unexpected("un bouton « " + button + " »", this));
    }

    boolean offers(String button) {
        return document.select("button, input[type=submit]").stream()
                .anyMatch(it -> reads(it, button));
    }

    private static Optional<Element> around(Element link) {
        return Optional.ofNullable(link.closest(".card, li, tr, article"));
    }

    private Optional<FormElement> owner(Element button) {
        var form =
                button.hasAttr("form")
                        ? document.getElementById(button.attr("form"))
                        : button.closest("form");
        return form instanceof FormElement found ? Optional.of(found) : Optional.empty();
    }

    private static boolean reads(Element element, String words) {
        return plain(element.text() + " " + element.attr("value") + " " + element.attr("title"))
                .contains(plain(words));
    }

    static String plain(String words) {
        return words.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('’', '\'')
                .toLowerCase(Locale.FRENCH);
    }
}
