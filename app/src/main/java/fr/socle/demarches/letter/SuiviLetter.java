package fr.socle.demarches.letter;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.ui.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Tells an agent that something happened to a dossier. It names the number and the procedure and
 * nothing that the usager said.
 *
 * @param what the word of the event: its sentences are {@code demarches.suivi.<what>.…}
 */
record SuiviLetter(Depose dossier, String what, URI link) implements Mail {

    static final Category CATEGORY = new Category("demarches.suivi", false);

    @Override
    public Category category() {
        return CATEGORY;
    }

    @Override
    public String subject(Words words) {
        return words.of("demarches.suivi." + what + ".subject", number());
    }

    @Override
    public List<String> paragraphs(Words words) {
        var title = dossier.fiche().guichet().title();
        return List.of(words.of("demarches.suivi." + what + ".what", number(), title));
    }

    @Override
    public Optional<Action> action(Words words) {
        return Optional.of(new Action(words.of("demarches.suivi.open"), link));
    }

    private String number() {
        return dossier.depot().number().formatted();
    }
}
