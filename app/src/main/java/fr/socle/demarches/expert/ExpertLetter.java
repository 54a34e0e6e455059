package fr.socle.demarches.expert;

import fr.socle.demarches.dossier.Fiche;
import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.ui.Words;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks an expert, or reminds him. The question and the dossier are read behind the link alone: they
 * tell about a person.
 *
 * @param reminder whether he was asked before
 */
record ExpertLetter(Fiche.Guichet guichet, AvisExpert avis, boolean reminder, URI link)
        implements Mail {

    /** Its text holds the link, and is erased as it leaves. */
    static final Category CATEGORY =
            new Category("demarches.avis-expert" + Category.FLEETING, true);

    @Override
    public Category category() {
        return CATEGORY;
    }

    @Override
    public String subject(Words words) {
        return words.of(key("subject"), guichet.title());
    }

    @Override
    public List<String> paragraphs(Words words) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(
                words.of(
                        key("what"),
                        guichet.serviceName(),
                        guichet.organisationName(),
                        guichet.title()));
        LocalDate deadline = avis.question().deadline();
        if (deadline != null) {
            paragraphs.add(words.of("demarches.expert.letter.deadline", words.day(deadline)));
        }
        paragraphs.add(words.of("demarches.expert.letter.secret"));
        return List.copyOf(paragraphs);
    }

    @Override
    public Optional<Action> action(Words words) {
        return Optional.of(new Action(words.of("demarches.expert.letter.action"), link));
    }

    private static final String KEY = "demarches.expert.letter.";

    private String key(String part) {
        return KEY + (reminder ? "again." : "") + part;
    }

    /** Nothing: the link opens the dossier. */
    @Override
    public String toString() {
        return "ExpertLetter[hidden]";
    }
}
