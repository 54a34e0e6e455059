package fr.socle.notifications;

import fr.socle.kernel.EmailAddress;
import fr.socle.ui.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tests say, and to whom. */
record Sample(Category category, String subject, String text, @Nullable URI link) implements Mail {

    static final Category NEWS = new Category("essai.nouvelles", false);
    static final Category SAFETY = new Category("essai.securite", true);

    static Sample news(String subject) {
        return new Sample(
                NEWS,
                subject,
                "Votre demande avance.",
                URI.create("https://socle.example/dossiers/1"));
    }

    static Sample safety(String subject) {
        return new Sample(SAFETY, subject, "Une connexion a eu lieu.", null);
    }

    static Recipient someone() {
        return someone("camille");
    }

    static Recipient someone(String name) {
        return new Recipient(UUID.randomUUID(), address(name), "Camille Essai", "fr");
    }

    static EmailAddress address(String name) {
        return EmailAddress.parse(name + "@exemple.example").orThrow();
    }

    @Override
    public String subject(Words words) {
        return subject;
    }

    @Override
    public List<String> paragraphs(Words words) {
        return List.of(text);
    }

    @Override
    public Optional<Action> action(Words words) {
        return Optional.ofNullable(link).map(it -> new Action("Voir la demande", it));
    }
}
