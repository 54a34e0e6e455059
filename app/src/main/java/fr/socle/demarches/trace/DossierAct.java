package fr.socle.demarches.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.demarches.DossierState;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Fiche;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.NumeroPublic;
import fr.socle.ui.access.Visitor;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What was done with a dossier. The person reads which administration acted and why, never which
 * agent; the data protection officer reads the agent too.
 */
public sealed interface DossierAct extends Entry
        permits DossierAct.Deposit,
                DossierAct.CorrectionDeposited,
                DossierAct.MessageFromUsager,
                DossierAct.ByAgent,
                DossierAct.AttestationGiven,
                DossierAct.ApiRead,
                ActeAutomatique {

    /** Most actions about an access or a decision remain possible for three years. */
    Retention KEPT = Retention.of(Period.ofYears(3));

    /** Which dossier. */
    About about();

    /** Why, in one sentence that the person reads. */
    String motif();

    /**
     * A dossier that was deposited.
     *
     * @param fiche of the dossier
     */
    record About(Fiche fiche, NumeroPublic number) {

        public static About of(Depose dossier) {
            return new About(dossier.fiche(), dossier.depot().number());
        }

        Part forPerson(String motif) {
            var guichet = fiche.guichet();
            return Part.readBy(PERSONNE)
                    .about(fiche.person())
                    .with("organisation", guichet.organisationName())
                    .with("service", guichet.serviceName())
                    .with("demarche", guichet.title())
                    .with("dossier", number.formatted())
                    .with("motif", motif);
        }

        Part forControl() {
            return Part.readBy(AUDITEUR, DPO)
                    .with("dossier", fiche.id().toString())
                    .with("organisation", fiche.guichet().organisation().toString());
        }
    }

    @Override
    default List<Part> parts() {
        return List.of(about().forControl(), about().forPerson(motif()));
    }

    /** The usager deposited it; written in the transaction that keeps it. */
    record Deposit(About about) implements DossierAct {
        private static final Kind KIND = new Kind("demarches.depot", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Vous avez déposé ce dossier.";
        }
    }

    /** The usager deposited what was asked to be corrected. */
    record CorrectionDeposited(About about) implements DossierAct {
        private static final Kind KIND = new Kind("demarches.correction-deposee", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Vous avez déposé la correction demandée.";
        }
    }

    /** The usager wrote to the service. What they wrote stands in the dossier, not here. */
    record MessageFromUsager(About about) implements DossierAct {
        private static final Kind KIND = new Kind("demarches.message-usager", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Vous avez écrit au service chargé de votre dossier.";
        }
    }

    /** What an agent does: his name stands in a part of its own. */
    sealed interface ByAgent extends DossierAct
            permits Consultation,
                    ListConsultation,
                    Exported,
                    ConsultationRefusee,
                    InstructionBegun,
                    Assigned,
                    Moved,
                    Annotated,
                    MessageTakenBack,
                    CorrectionAsked,
                    InstructionGivenUp,
                    DecisionTakenBack,
                    MessageFromService,
                    AttestationTaken,
                    Decided,
                    ExpertAct {

        Visitor.Agent agent();

        @Override
        default List<Part> parts() {
            var name =
                    Part.readBy(DPO)
                            .with("agent", agent().agent().toString())
                            .with("nom", agent().name());
            return List.of(about().forControl(), name, about().forPerson(motif()));
        }
    }

    /** He opened it: durable before he sees it. */
    record Consultation(About about, Visitor.Agent agent) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.consultation", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Le service chargé de votre dossier l’a ouvert pour l’instruire.";
        }
    }

    /** He saw it in a list, with the name of its applicant: durable before he sees it. */
    record ListConsultation(About about, Visitor.Agent agent) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.liste", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Le service chargé de votre dossier l’a vu dans une liste, avec votre nom et,"
                    + " selon les colonnes choisies, certaines de vos réponses.";
        }
    }

    /** It went into a file that he ordered: durable before the file can be downloaded. */
    record Exported(About about, Visitor.Agent agent) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.export", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Le service chargé de votre dossier l’a mis dans un fichier, avec d’autres"
                    + " dossiers de la même démarche.";
        }
    }

    /** He is not in charge and saw nothing. */
    record ConsultationRefusee(About about, Visitor.Agent agent) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.consultation-refusee", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Une personne d’un autre service a demandé ce dossier. Elle n’en est pas"
                    + " chargée : rien ne lui a été montré.";
        }
    }

    /** Its examination began. */
    record InstructionBegun(About about, Visitor.Agent agent) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.instruction", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "L’instruction de votre dossier a commencé.";
        }
    }

    /** It is given to an agent, or to nobody in particular any more. */
    record Assigned(About about, Visitor.Agent agent) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.attribution", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Le service a changé l’agent chargé de votre dossier.";
        }
    }

    /** Another group handles it. */
    record Moved(About about, Visitor.Agent agent, String groupe) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.reaffectation", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Votre dossier a été confié au groupe « " + groupe + " ».";
        }
    }

    /** He noted something beside it, for the agents alone. */
    record Annotated(About about, Visitor.Agent agent) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.annotation", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Le service chargé de votre dossier y a noté quelque chose pour l’instruire.";
        }
    }

    /** The service took back a message that it had sent. */
    record MessageTakenBack(About about, Visitor.Agent agent) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.message-retire", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Le service chargé de votre dossier a retiré un message qu’il vous avait écrit.";
        }
    }

    /** The usager has something to correct. */
    record CorrectionAsked(About about, Visitor.Agent agent) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.correction-demandee", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Une correction de votre dossier vous a été demandée.";
        }
    }

    /** Nobody examines it any more. */
    record InstructionGivenUp(About about, Visitor.Agent agent) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.instruction-suspendue", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "L’instruction de votre dossier est suspendue : il attend de nouveau qu’un agent"
                    + " s’en charge.";
        }
    }

    /** The decision is taken back; another will follow. */
    record DecisionTakenBack(About about, Visitor.Agent agent) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.reinstruction", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "La décision prise sur votre dossier est retirée. Votre demande est examinée de"
                    + " nouveau.";
        }
    }

    /** The service wrote to the usager. */
    record MessageFromService(About about, Visitor.Agent agent) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.message-service", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Le service chargé de votre dossier vous a écrit.";
        }
    }

    /** It was decided. The motivation stands in the dossier, not here. */
    record Decided(About about, Visitor.Agent agent, DossierState outcome) implements ByAgent {
        private static final Kind KIND = new Kind("demarches.decision", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return switch (outcome) {
                case ACCEPTE -> "Votre demande a été acceptée.";
                case REFUSE -> "Votre demande a été refusée.";
                case SANS_SUITE -> "Votre dossier a été classé sans suite.";
                case BROUILLON, EN_CONSTRUCTION, EN_INSTRUCTION ->
                        throw new IllegalStateException("not a decision: " + outcome);
            };
        }

        @Override
        public List<Part> parts() {
            var result =
                    Part.readBy(AUDITEUR, DPO)
                            .with("decision", outcome.name().toLowerCase(Locale.ROOT));
            var parts = new ArrayList<>(ByAgent.super.parts());
            parts.add(result);
            return parts;
        }
    }

    /** To its usager, or to a program of the service: durable before its first byte leaves. */
    record AttestationGiven(About about, boolean toUsager) implements DossierAct {
        private static final Kind KIND = new Kind("demarches.attestation", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return toUsager
                    ? "Vous avez téléchargé votre attestation."
                    : "Un programme du service chargé de votre dossier a téléchargé votre"
                            + " attestation.";
        }
    }

    /** The same, by an agent. */
    record AttestationTaken(About about, Visitor.Agent agent) implements ByAgent {
        @Override
        public Kind kind() {
            return AttestationGiven.KIND;
        }

        @Override
        public String motif() {
            return "Le service chargé de votre dossier a téléchargé votre attestation.";
        }
    }

    /**
     * A program of the administration read it: durable before it leaves. Who made its token stands
     * in a part of its own.
     *
     * @param maker of the token, as the data protection officer reads him
     */
    record ApiRead(About about, UUID jeton, String label, String maker) implements DossierAct {
        private static final Kind KIND = new Kind("demarches.consultation-api", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public String motif() {
            return "Un logiciel autorisé par le service chargé de votre dossier l’a lu.";
        }

        @Override
        public List<Part> parts() {
            var program =
                    Part.readBy(DPO)
                            .with("jeton", jeton.toString())
                            .with("intitule", label)
                            .with("agent", maker);
            return List.of(about().forControl(), program, about().forPerson(motif()));
        }
    }
}
