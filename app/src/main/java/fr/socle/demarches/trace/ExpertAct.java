package fr.socle.demarches.trace;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.journal.Kind;
import fr.socle.ui.access.Visitor;

/**
 * What an expert has to do with a dossier. The person reads that the service asked one, never whom;
 * the data protection officer reads the agent, or the expert's address.
 *
 * @param agent who did it; an expert acts under his address
 */
public record ExpertAct(About about, Visitor.Agent agent, What what) implements DossierAct.ByAgent {

    public enum What {
        DEMANDE(
                "demarches.expert-demande",
                "Le service chargé de votre dossier a demandé l’avis d’un expert, qui peut le lire"
                        + " pour le donner."),
        CONSULTATION(
                "demarches.expert-consultation",
                "L’expert à qui le service a demandé un avis a ouvert votre dossier."),
        AVIS(
                "demarches.expert-avis",
                "L’expert à qui le service a demandé un avis sur votre dossier l’a rendu."),
        RETRAIT(
                "demarches.expert-retrait",
                "Le service n’attend plus l’avis d’un expert, qui ne peut plus lire votre dossier.");

        private final Kind kind;
        private final String motif;

        What(String kind, String motif) {
            this.kind = new Kind(kind, KEPT);
            this.motif = motif;
        }
    }

    public static ExpertAct of(Depose dossier, Visitor.Agent agent, What what) {
        return new ExpertAct(About.of(dossier), agent, what);
    }

    @Override
    public Kind kind() {
        return what.kind;
    }

    @Override
    public String motif() {
        return what.motif;
    }
}
