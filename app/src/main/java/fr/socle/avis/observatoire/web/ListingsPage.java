package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.ui.Page;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The procedures that this agent may change.
 *
 * @param done the key of what was just done, told once; null for nothing
 */
public record ListingsPage(List<ListedDemarche> demarches, @Nullable String done) implements Page {

    private static final Set<String> DONE =
            Set.of("enregistree", "retiree", "importees", "declaree");

    public ListingsPage {
        demarches = List.copyOf(demarches);
    }

    /** What stands in an address and is no word of ours tells nothing. */
    static @Nullable String done(String word) {
        return DONE.contains(word) ? "avis.fait." + word : null;
    }
}
