package fr.socle.citoyen.web;

import fr.socle.citoyen.usages.Place;
import fr.socle.citoyen.usages.Usage;
import fr.socle.journal.ProofOfEntry;
import fr.socle.journal.PublicLog;
import fr.socle.journal.Retention;
import fr.socle.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * One entry, and what is proved of it.
 *
 * @param retention how long and why entries of this kind are kept; null when that is not known here
 * @param receipt null until a checkpoint covers the entry
 */
public record UsagePage(
        Usage usage,
        @Nullable Retention retention,
        @Nullable ProofOfEntry receipt,
        PublicLog log,
        int status)
        implements Page {

    /** The name under which the receipt is saved. */
    static String fileName(Place place) {
        return "recu-" + place.log() + "-" + place.index() + ".tlog-proof";
    }

    /** What to type to verify the receipt. */
    public String command() {
        return "./socle verify " + fileName(usage.place()) + " --key \"" + log.key() + "\"";
    }

    /** Where the key is published. */
    public String keyPath() {
        return log.prefix() + "/cle";
    }
}
