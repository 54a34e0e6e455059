package fr.socle.demarches.jeton;

import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.ui.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Brings the token. The same for all who completed the procedure, but for the token.
 *
 * @param title of the procedure
 */
record OpinionLetter(String title, URI link) implements Mail {

    /** Asked for by the person; its text is erased as it leaves. */
    static final Category CATEGORY = new Category("demarches.avis" + Category.FLEETING, true);

    @Override
    public Category category() {
        return CATEGORY;
    }

    @Override
    public String subject(Words words) {
        return words.of("demarches.jeton.letter.subject", title);
    }

    @Override
    public List<String> paragraphs(Words words) {
        return List.of(
                words.of("demarches.jeton.letter.what", title),
                words.of("demarches.jeton.letter.anonymous"));
    }

    @Override
    public Optional<Action> action(Words words) {
        return Optional.of(new Action(words.of("demarches.jeton.letter.action"), link));
    }
}
