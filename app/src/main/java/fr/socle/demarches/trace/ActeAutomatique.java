package fr.socle.demarches.trace;

import fr.socle.journal.Audience;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import java.util.ArrayList;
import java.util.List;

/** What happened to a dossier by itself, as its procedure says: no agent did it. */
public record ActeAutomatique(About about, What what) implements DossierAct {

    /** What happened; the code is the word of the auditor's part. */
    public enum What {
        INSTRUCTION(
                "instruction",
                "L’instruction de votre dossier a commencé d’elle-même, comme la démarche le"
                        + " prévoit."),
        ACCEPTATION(
                "acceptation",
                "Votre demande a été acceptée dès son dépôt, comme la démarche le prévoit."),
        SILENCE_ACCORD(
                "silence-accord",
                "Le délai s’est écoulé sans réponse : votre demande est acceptée."),
        SILENCE_REJET(
                "silence-rejet", "Le délai s’est écoulé sans réponse : votre demande est refusée.");

        private final String code;
        private final String motif;

        What(String code, String motif) {
            this.code = code;
            this.motif = motif;
        }
    }

    private static final Kind KIND = new Kind("demarches.acte-automatique", KEPT);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String motif() {
        return what.motif;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<>(DossierAct.super.parts());
        parts.add(Part.readBy(Audience.AUDITEUR, Audience.DPO).with("acte", what.code));
        return parts;
    }
}
