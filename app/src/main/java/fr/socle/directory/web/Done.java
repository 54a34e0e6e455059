package fr.socle.directory.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was just done, told once on the page after the redirect. */
final class Done {

    private static final Set<String> WORDS =
            Set.of(
                    "cree",
                    "modifie",
                    "desactive",
                    "reactive",
                    "invite",
                    "renvoye",
                    "retire",
                    "rattache",
                    "change",
                    "revoque",
                    "logo");

    private Done() {}

    /** The key of the sentence; null for a word that is not ours. */
    static @Nullable String of(String word) {
        return WORDS.contains(word) ? "directory.done." + word : null;
    }
}
