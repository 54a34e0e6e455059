package fr.socle.demarches.letter;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.ui.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Tells the usager that the service wrote; what it wrote is read on the dossier's page. */
record MessageLetter(Depose dossier, URI link) implements Mail {

    @Override
    public Category category() {
        return DossierLetter.CATEGORY;
    }

    @Override
    public String subject(Words words) {
        return words.of("demarches.letter.message-recu.subject", title());
    }

    @Override
    public List<String> paragraphs(Words words) {
        var service = dossier.fiche().guichet().serviceName();
        return List.of(
                words.of("demarches.letter.message-recu.what", service, title()),
                words.of("demarches.letter.number", dossier.depot().number().formatted()));
    }

    @Override
    public Optional<Action> action(Words words) {
        return Optional.of(new Action(words.of("demarches.letter.message-recu.action"), link));
    }

    private String title() {
        return dossier.fiche().guichet().title();
    }
}
