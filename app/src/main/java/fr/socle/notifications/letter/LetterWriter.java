package fr.socle.notifications.letter;

import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.notifications.Recipient;
import fr.socle.notifications.preferences.PreferenceLinks;
import fr.socle.ui.Dictionary;
import fr.socle.ui.UiSettings;
import fr.socle.ui.Words;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders what a block says, in the recipient's language. */
@Component
public class LetterWriter {

    private static final String TEMPLATE = "fr/socle/notifications/letter/LetterBody.jte";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, LetterWriter.class.getClassLoader(), "socle.templates");
    private final Dictionary dictionary;
    private final UiSettings ui;
    private final PreferenceLinks links;

    public LetterWriter(Dictionary dictionary, UiSettings ui, PreferenceLinks links) {
        this.dictionary = dictionary;
        this.ui = ui;
        this.links = links;
        engine.setBinaryStaticContent(true);
    }

    /** What the mail says, without greeting and footer. */
    public Said said(Mail mail, Recipient recipient) {
        return Said.of(mail, words(recipient));
    }

    /** A letter that says one thing. */
    public Written letter(Said said, Recipient recipient, Category category) {
        return write(said.subject(), List.of(said), false, recipient, category);
    }

    /** The letter of the day, which says several. */
    public Written digest(List<Said> parts, Recipient recipient) {
        var subject =
                words(recipient).of("notifications.digest.subject", parts.size(), ui.siteName());
        return write(Said.line(subject), parts, true, recipient, Category.DIGEST);
    }

    /**
     * A letter, ready to leave.
     *
     * @param unsubscribe the one-click address of RFC 8058, or null when the category is mandatory
     */
    public record Written(
            String subject, String plain, String html, @Nullable String unsubscribe) {}

    private Written write(
            String subject, List<Said> parts, boolean titled, Recipient to, Category category) {
        var words = words(to);
        var token = links.token(to.id());
        var body =
                new LetterBody(
                        words,
                        ui.siteName(),
                        subject,
                        greeting(words, to),
                        parts,
                        titled,
                        links.page(token));
        return new Written(subject, body.plain(), html(body), unsubscribe(token, category));
    }

    private @Nullable String unsubscribe(String token, Category category) {
        return category.mandatory() ? null : links.unsubscribe(token, category);
    }

    private String html(LetterBody body) {
        var output = new StringOutput();
        engine.render(TEMPLATE, body, output);
        return output.toString();
    }

    private static String greeting(Words words, Recipient to) {
        var name = to.name() == null ? "" : Said.line(to.name());
        return name.isEmpty()
                ? words.of("notifications.letter.greeting")
                : words.of("notifications.letter.greeting-name", name);
    }

    private Words words(Recipient recipient) {
        return dictionary.in(recipient.language());
    }
}
