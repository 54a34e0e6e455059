package fr.socle.citoyen.web;

import fr.socle.demarches.DossierState;
import fr.socle.demarches.DossierSummary;
import fr.socle.ui.Page;
import java.util.List;

/** A person's procedures, the latest change first. */
public record DossierPage(List<DossierSummary> dossiers) implements Page {

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
