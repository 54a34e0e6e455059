package fr.socle.demarches.web.answers;

import fr.socle.demarches.DossierState;
import fr.socle.demarches.dossier.Etape;

/** The look of states and events; their words are messages. */
public final class StateTag {

    private StateTag() {}

    /** The key of its label. */
    public static String key(DossierState state) {
        return "demarches.state." + state.name();
    }

    public static String kind(DossierState state) {
        return switch (state) {
            case BROUILLON -> "plain";
            case EN_CONSTRUCTION -> "info";
            case EN_INSTRUCTION -> "warn";
            case ACCEPTE -> "good";
            case REFUSE -> "bad";
            case SANS_SUITE -> "plain";
        };
    }

    public static String icon(Etape.Event event) {
        return switch (event) {
            case COMMENCE -> "pencil";
            case DEPOSE, CORRECTION_DEPOSEE -> "send";
            case CORRECTION_DEMANDEE -> "message-square";
            case PASSE_EN_INSTRUCTION, PASSE_EN_INSTRUCTION_AUTOMATIQUEMENT -> "clipboard-check";
            case REPASSE_EN_CONSTRUCTION, REPASSE_EN_INSTRUCTION -> "history";
            case ACCEPTE, ACCEPTE_AUTOMATIQUEMENT -> "circle-check";
            case REFUSE, REFUSE_AUTOMATIQUEMENT -> "circle-x";
            case SANS_SUITE -> "archive";
        };
    }

    /** The colour of an event in a timeline. */
    public static String tone(Etape.Event event) {
        return switch (event) {
            case COMMENCE, SANS_SUITE -> "plain";
            case DEPOSE, CORRECTION_DEPOSEE, ACCEPTE, ACCEPTE_AUTOMATIQUEMENT -> "good";
            case CORRECTION_DEMANDEE, PASSE_EN_INSTRUCTION, PASSE_EN_INSTRUCTION_AUTOMATIQUEMENT ->
                    "info";
            case REPASSE_EN_CONSTRUCTION, REPASSE_EN_INSTRUCTION -> "info";
            case REFUSE, REFUSE_AUTOMATIQUEMENT -> "bad";
        };
    }
}
