package fr.socle.demarches.letter;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Etape;
import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.ui.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the usager one step of a dossier, with what the agent wrote for them and the way to the
 * dossier. The answers themselves never travel by e-mail.
 */
record DossierLetter(Depose dossier, Etape etape, URI link) implements Mail {

    /** Mandatory: a deadline to appeal, or to correct, runs from them. */
    static final Category CATEGORY = new Category("demarches.dossier", true);

    @Override
    public Category category() {
        return CATEGORY;
    }

    @Override
    public String subject(Words words) {
        return words.of(key("subject"), title());
    }

    @Override
    public List<String> paragraphs(Words words) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(words.of(key("what"), title(), organisation(), words.moment(etape.at())));
        if (!etape.message().isBlank()) {
            paragraphs.add(
                    words.of("demarches.letter.message", dossier.fiche().guichet().serviceName()));
            paragraphs.add(etape.message());
        }
        paragraphs.add(words.of("demarches.letter.number", dossier.depot().number().formatted()));
        paragraphs.add(words.of(key("then"), dossier.fiche().guichet().serviceName()));
        return List.copyOf(paragraphs);
    }

    @Override
    public Optional<Action> action(Words words) {
        return Optional.of(new Action(words.of(key("action")), link));
    }

    private String key(String part) {
        return "demarches.letter." + etape.event().code() + "." + part;
    }

    private String title() {
        return dossier.fiche().guichet().title();
    }

    private String organisation() {
        return dossier.fiche().guichet().organisationName();
    }
}
