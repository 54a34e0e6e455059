package fr.socle.identity.partner.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was just done or refused, told once on the page after the redirect. */
final class Told {

    private static final Set<String> DONE =
            Set.of(
                    "modifie",
                    "desactive",
                    "reactive",
                    "demande",
                    "ouvert",
                    "renvoye",
                    "ferme",
                    "ancien-secret");

    private static final Set<String> REFUSED =
            Set.of(
                    "identity.partner.address.here",
                    "identity.partner.habilitation.decides",
                    "identity.partner.not-requested",
                    "identity.partner.not-open");

    private Told() {}

    /** The key of the sentence; null for a word that is not ours. */
    static @Nullable String done(String word) {
        return DONE.contains(word) ? "identity.partner.done." + word : null;
    }

    static @Nullable String refused(String key) {
        return REFUSED.contains(key) ? key : null;
    }
}
