package fr.socle.demarches.web.agent;

import fr.socle.demarches.export.Export;
import fr.socle.demarches.export.Format;
import fr.socle.ui.Page;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * How far an export has come, and the ways to its files.
 *
 * @param lines how many dossiers its files have now
 */
public record ExportPage(Export export, int lines) implements Page {

    static String path(UUID id) {
        return "/agent/exports/" + id;
    }

    public String path() {
        return path(export.id());
    }

    public String list() {
        return "/agent/demarches/" + export.demarche() + "/dossiers";
    }

    public String all() {
        return "/agent/demarches/" + export.demarche() + "/exports";
    }

    public List<Format> formats() {
        return Arrays.stream(Format.values()).filter(it -> it.holds(export)).toList();
    }

    /** While dossiers are still being found, nobody knows how many there will be. */
    public boolean counted() {
        return export.allFoundAt() != null;
    }

    public int done() {
        return Math.min(export.read(), export.found());
    }

    /** Found, but not in the files: not his any more, purged meanwhile, or unreadable. */
    public int missing() {
        return export.finishedAt() == null ? 0 : export.found() - lines;
    }
}
