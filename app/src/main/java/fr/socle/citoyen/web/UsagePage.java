package fr.socle.citoyen.web;

import fr.socle.citoyen.usages.Usage;
import fr.socle.journal.ProofOfEntry;
import fr.socle.journal.PublicLog;
import fr.socle.journal.Retention;
import fr.socle.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry, and what is proved of it.
 *
 * @param number of the dossier, when it got one after this line was written; else empty
 * @param dossier where the person reads it; empty when the line names none of theirs
 * @param same the other refusals that the list shows as one line with this one
 * @param retention how long and why entries of this kind are kept; null when that is not known here
 * @param receipt null until a checkpoint covers the entry
 */
public record UsagePage(
        Whose whose,
        Usage usage,
        String number,
        String dossier,
        List<Usage> same,
        @Nullable Retention retention,
        @Nullable ProofOfEntry receipt,
        PublicLog log,
        int status)
        implements Page {

    /** Whether data was obtained, which may be wrong. */
    public boolean contestable() {
        return usage.kind().equals("exchange.accorde");
    }

    /** Whether one may object to that: data about a company is not personal data (RGPD, art. 1). */
    public boolean opposable() {
        return contestable() && whose.isPerson();
    }

    /** Where the page lies. */
    public String path() {
        return usage.under(whose.base());
    }

    /** Where the person objects, or asks for a rectification. */
    public String contest(String nature) {
        return whose.base()
                + "/droits/nouveau?nature="
                + nature
                + "&journal="
                + usage.place().log()
                + "&ligne="
                + usage.place().index();
    }

    /** What to type to verify the receipt. */
    public String command() {
        return "./socle verify " + usage.place().fileName() + " --key \"" + log.key() + "\"";
    }

    /** Where the key is published. */
    public String keyPath() {
        return log.prefix() + "/cle";
    }
}
