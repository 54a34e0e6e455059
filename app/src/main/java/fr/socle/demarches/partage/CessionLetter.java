package fr.socle.demarches.partage;

import fr.socle.demarches.dossier.Fiche;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.ui.Words;
import java.util.List;
import java.util.Locale;

/**
 * Tells what became of the offer to take a draft over.
 *
 * @param other to whom it was offered, as its usager knows them
 */
record CessionLetter(Fiche fiche, String other, What what) implements Mail {

    enum What {
        REFUSEE,
        ACCEPTEE,
        /** To whoever took it over. */
        RECUE
    }

    @Override
    public Category category() {
        return PartageLetter.CATEGORY;
    }

    @Override
    public String subject(Words words) {
        return words.of(key("subject"), fiche.guichet().title());
    }

    @Override
    public List<String> paragraphs(Words words) {
        return List.of(words.of(key("what"), fiche.guichet().title(), other));
    }

    private String key(String part) {
        return "demarches.cession.letter." + what.name().toLowerCase(Locale.ROOT) + "." + part;
    }
}
