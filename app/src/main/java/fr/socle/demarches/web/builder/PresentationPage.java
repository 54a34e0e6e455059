package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.definition.Source;
import fr.socle.ui.Link;
import fr.socle.ui.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a procedure is, for everybody.
 *
 * @param organisation the name of the administration that answers
 * @param services the names of those who handle dossiers
 */
public record PresentationPage(
        PublishedRevision revision,
        String organisation,
        List<String> services,
        List<Document> documents,
        List<Data> data,
        Ouverture ouverture)
        implements Page {

    /**
     * When it takes dossiers.
     *
     * @param opens the first day, while that is ahead; else null
     * @param closes the last day, or null
     * @param replacement what took its place, or null
     */
    public record Ouverture(
            @Nullable LocalDate opens, @Nullable LocalDate closes, @Nullable Link replacement) {}

    /**
     * @param always false when it depends on the answers
     */
    public record Document(String label, boolean always) {}

    /** What is fetched, and from whom. */
    public record Data(String label, String provider) {}

    /** Whether the civil status of the sign-in fills something. */
    public boolean identity() {
        return revision.definition().all().anyMatch(it -> it.source() instanceof Source.Identite);
    }

    /** The description, cut where its writer left a blank line. */
    public List<String> paragraphs() {
        return Stream.of(revision.facts().description().split("\\R\\s*\\R"))
                .filter(it -> !it.isBlank())
                .toList();
    }

    public String startHref() {
        return "/mes-dossiers/commencer/" + revision.slug();
    }
}
