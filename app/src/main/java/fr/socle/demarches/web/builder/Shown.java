package fr.socle.demarches.web.builder;

import fr.socle.ui.form.Form;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a page shows again after a POST. */
final class Shown {

    private static final Set<String> DONE =
            Set.of(
                    "corrige",
                    "essai",
                    "cree",
                    "presentation",
                    "champ",
                    "ordre",
                    "supprime",
                    "annule",
                    "condition",
                    "publie",
                    "ferme");

    private Shown() {}

    /**
     * The version that the person saw, even when the form was refused meanwhile; the present one
     * after a conflict, so that sending again replaces it knowingly.
     */
    static long version(Form form, long present, boolean stale) {
        return stale || form.typed(Form.VERSION).isEmpty() ? present : form.version();
    }

    /** The key of the sentence that tells what was just done; null for a word that is not ours. */
    static @Nullable String done(String word) {
        return DONE.contains(word) ? "demarches.done." + word : null;
    }
}
