package fr.socle.demarches.publication;

import java.util.List;

/**
 * What a revision would do to the dossiers of its procedure.
 *
 * @param drafts how many are being filled
 * @param read how many of them, the latest written in, stand behind the figures below
 * @param waiting deposited and not decided: they stay under their own revision
 * @param losing drafts of which an answer would be set aside
 * @param incomplete drafts that could be deposited today and could not any more
 * @param champs by field, those alone whose answers change
 */
public record Impact(
        long drafts, int read, long waiting, int losing, int incomplete, List<OfChamp> champs) {

    /**
     * @param converted drafts whose answer becomes one of another kind
     * @param aside drafts whose answer would be set aside
     */
    public record OfChamp(String label, int converted, int aside) {}

    public Impact {
        champs = List.copyOf(champs);
    }

    /** Whether every draft was looked at. */
    public boolean whole() {
        return read >= drafts;
    }
}
