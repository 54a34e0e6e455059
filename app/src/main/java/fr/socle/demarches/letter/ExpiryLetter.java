package fr.socle.demarches.letter;

import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.ui.Words;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tells the usager until when a draft or a decided dossier is kept.
 *
 * @param day after which it goes
 */
record ExpiryLetter(Dossier dossier, LocalDate day, URI link) implements Mail {

    @Override
    public Category category() {
        return DossierLetter.CATEGORY;
    }

    @Override
    public String subject(Words words) {
        return words.of(key("subject"), title());
    }

    @Override
    public List<String> paragraphs(Words words) {
        return dossier instanceof Depose it
                ? List.of(
                        words.of(key("what"), title(), words.day(day)),
                        words.of("demarches.letter.number", it.depot().number().formatted()),
                        words.of(key("then")))
                : List.of(words.of(key("what"), title(), words.day(day)), words.of(key("then")));
    }

    @Override
    public Optional<Action> action(Words words) {
        return Optional.of(new Action(words.of(key("action")), link));
    }

    private String key(String part) {
        var kind = dossier instanceof Depose ? "dossier" : "brouillon";
        return "demarches.conservation." + kind + "." + part;
    }

    private String title() {
        return dossier.fiche().guichet().title();
    }
}
