package fr.socle.demarches.dossier;

import fr.socle.demarches.DossierState;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.Parsed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dossier is in exactly one state, and each state offers only the moves that are allowed from it.
 * The states and moves are those of demarches-simplifiees.
 */
public sealed interface Dossier {

    Fiche fiche();

    /** What was said, as agents may see it once it was deposited. */
    Reponses reponses();

    DossierState state();

    default DossierId id() {
        return fiche().id();
    }

    /** Only the usager sees it. */
    record Brouillon(Fiche fiche, Reponses reponses) implements Dossier {

        public Brouillon remplir(Reponses changed) {
            return new Brouillon(fiche, changed);
        }

        public EnConstruction deposer(NumeroPublic number, Instant now) {
            return new EnConstruction(fiche, reponses, new Depot(number, now), null);
        }

        @Override
        public DossierState state() {
            return DossierState.BROUILLON;
        }
    }

    /** It was deposited, and has a number. */
    sealed interface Depose extends Dossier {
        Depot depot();
    }

    /**
     * Deposited, and nobody examines it yet; or the usager has something to correct.
     *
     * @param correction what is still to be corrected, or null
     */
    record EnConstruction(
            Fiche fiche, Reponses reponses, Depot depot, Correction.@Nullable Demandee correction)
            implements Depose {

        /** Asking again replaces what was asked; what the usager has changed meanwhile stays. */
        public EnConstruction demanderCorrection(
                Correction.Raison raison, String message, Instant now) {
            var reprise = correction == null ? reponses : correction.reprise();
            var asked = new Correction.Demandee(raison, message, now, reprise);
            return new EnConstruction(fiche, reponses, depot, asked);
        }

        /** Keeps what the usager changes until they deposit it. */
        public Parsed<EnConstruction> reprendre(Reponses changed) {
            return correction == null
                    ? Parsed.invalid("demarches.correction.none")
                    : Parsed.valid(
                            new EnConstruction(
                                    fiche, reponses, depot, correction.reprendre(changed)));
        }

        public Parsed<EnConstruction> deposerCorrection() {
            return correction == null
                    ? Parsed.invalid("demarches.correction.none")
                    : Parsed.valid(new EnConstruction(fiche, correction.reprise(), depot, null));
        }

        /** Ends the wait for a correction, if there was one. */
        public EnInstruction passerEnInstruction(Instant now) {
            return new EnInstruction(fiche, reponses, depot, now);
        }

        @Override
        public DossierState state() {
            return DossierState.EN_CONSTRUCTION;
        }
    }

    /**
     * An agent examines it.
     *
     * @param since when he began
     */
    record EnInstruction(Fiche fiche, Reponses reponses, Depot depot, Instant since)
            implements Depose {

        /** Gives it back to the usager. */
        public EnConstruction demanderCorrection(
                Correction.Raison raison, String message, Instant now) {
            var asked = new Correction.Demandee(raison, message, now, reponses);
            return new EnConstruction(fiche, reponses, depot, asked);
        }

        /** Nobody examines it any more, and nothing is to be corrected. */
        public EnConstruction repasserEnConstruction() {
            return new EnConstruction(fiche, reponses, depot, null);
        }

        public Accepte accepter(String motivation, Instant now) {
            return new Accepte(fiche, reponses, depot, new Decision(motivation, now));
        }

        public Refuse refuser(String motivation, Instant now) {
            return new Refuse(fiche, reponses, depot, new Decision(motivation, now));
        }

        public SansSuite classerSansSuite(String motivation, Instant now) {
            return new SansSuite(fiche, reponses, depot, new Decision(motivation, now));
        }

        @Override
        public DossierState state() {
            return DossierState.EN_INSTRUCTION;
        }
    }

    /** It was decided; it stays so unless an agent takes the decision back. */
    sealed interface Termine extends Depose {
        Decision decision();

        /** The decision is taken back, and another will follow. */
        default EnInstruction repasserEnInstruction(Instant now) {
            return new EnInstruction(fiche(), reponses(), depot(), now);
        }
    }

    record Accepte(Fiche fiche, Reponses reponses, Depot depot, Decision decision)
            implements Termine {
        @Override
        public DossierState state() {
            return DossierState.ACCEPTE;
        }
    }

    record Refuse(Fiche fiche, Reponses reponses, Depot depot, Decision decision)
            implements Termine {
        @Override
        public DossierState state() {
            return DossierState.REFUSE;
        }
    }

    /** Closed without an answer to the request: it was withdrawn, or has no object any more. */
    record SansSuite(Fiche fiche, Reponses reponses, Depot depot, Decision decision)
            implements Termine {
        @Override
        public DossierState state() {
            return DossierState.SANS_SUITE;
        }
    }
}
