package fr.socle.avis.web;

import fr.socle.avis.form.Judged;
import fr.socle.avis.words.Rule;
import fr.socle.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The opinion counts from now on.
 *
 * @param demarche what it was about; null when it is not published any more
 * @param masked the rules that masked something in its text
 * @param sites in whose pages this one stands in a frame; null: it stands by itself
 */
public record ThanksPage(@Nullable Judged demarche, List<Rule> masked, @Nullable List<String> sites)
        implements Page {

    public ThanksPage {
        masked = List.copyOf(masked);
        sites = sites == null ? null : List.copyOf(sites);
    }
}
