package fr.socle.citoyen.web;

import fr.socle.citoyen.suivi.Avancement;
import fr.socle.demarches.DossierState;
import fr.socle.demarches.DossierSummary;
import fr.socle.journal.PublicLog;
import fr.socle.ui.Page;
import java.util.List;

/**
 * A person's procedures, the latest change first, and the way to the proof that no line is missing.
 *
 * @param elsewhere procedures outside this house, the latest news first
 * @param log what everybody may know of the journal
 * @param early whether the proof was asked for and is not there yet
 */
public record DossierPage(
        List<DossierSummary> dossiers, List<Avancement> elsewhere, PublicLog log, boolean early)
        implements Page {

    /** The name under which the statement is saved. */
    static final String FILE = "mon-dossier-releve.json";

    @Override
    public int status() {
        return early ? 409 : 200;
    }

    /** What to type to verify the statement. */
    public String command() {
        return "./socle verify --dossier " + FILE + " --key \"" + log.key() + "\"";
    }

    /** How far a dossier is on its way of three steps: deposit, instruction, decision. */
    public static int progress(DossierState state) {
        return switch (state) {
            case BROUILLON -> 0;
            case EN_CONSTRUCTION -> 1;
            case EN_INSTRUCTION -> 2;
            case ACCEPTE, REFUSE, SANS_SUITE -> 3;
        };
    }

    /** The tone of the state's tag. */
    public static String tone(DossierState state) {
        return switch (state) {
            case BROUILLON, SANS_SUITE -> "plain";
            case EN_CONSTRUCTION, EN_INSTRUCTION -> "info";
            case ACCEPTE -> "good";
            case REFUSE -> "bad";
        };
    }
}
