package fr.socle.demarches.partage;

import fr.socle.demarches.dossier.Fiche;
import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.ui.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Asks somebody to fill a draft, or to take it over. None of its answers travels by e-mail. */
record PartageLetter(Fiche fiche, boolean cession, URI link) implements Mail {

    /** Mandatory: it is sent once, because a person asked for it. */
    static final Category CATEGORY = new Category("demarches.partage", true);

    @Override
    public Category category() {
        return CATEGORY;
    }

    @Override
    public String subject(Words words) {
        return words.of(key("subject"), fiche.usager().name());
    }

    @Override
    public List<String> paragraphs(Words words) {
        return List.of(
                words.of(
                        key("what"),
                        fiche.usager().name(),
                        fiche.guichet().title(),
                        fiche.guichet().organisationName()),
                words.of("demarches.partage.letter.then", Partages.LIFE.toDays()));
    }

    private String key(String part) {
        return (cession ? "demarches.cession.letter." : "demarches.partage.letter.") + part;
    }

    @Override
    public Optional<Action> action(Words words) {
        return Optional.of(new Action(words.of("demarches.partage.letter.action"), link));
    }
}
