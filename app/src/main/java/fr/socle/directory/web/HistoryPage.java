package fr.socle.directory.web;

import fr.socle.directory.HistoryLine;
import fr.socle.directory.Organisation;
import fr.socle.journal.Kind;
import fr.socle.ui.Page;

/** An organisation's history, the newest first. */
public record HistoryPage(Organisation organisation, Paged<HistoryLine> list) implements Page {

    /** The key of what was done. */
    public static String label(HistoryLine line) {
        return Kind.labelOf(line.kind());
    }
}
