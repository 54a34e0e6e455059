package fr.socle.habilitations.demande;

import java.util.Set;

/** What somebody wants done with a request. {@link Regles} says whether it may be. */
public sealed interface Ordre {

    /** Whose business it is. */
    Set<Cote> sides();

    /** Keeps what was written, complete or not, without sending it. */
    record Enregistrer(Contenu content) implements DuDemandeur {}

    /** Sends it to be examined. */
    record Soumettre(Contenu content) implements DuDemandeur {}

    /** Gives up the new version that was requested; the granted one holds on. */
    record AnnulerReouverture() implements DuDemandeur {}

    /** Another agent of the organisation answers for the request from now on. */
    record Reprendre() implements DuDemandeur {}

    /** Puts away what founds nothing. */
    record Archiver() implements Ordre {
        @Override
        public Set<Cote> sides() {
            return Set.of(Cote.DEMANDEUR, Cote.INSTRUCTEUR);
        }
    }

    record Accorder() implements Decision {}

    /**
     * @param motif what must change
     */
    record DemanderModifications(String motif) implements Decision {}

    /**
     * @param motif on what ground
     */
    record Refuser(String motif) implements Decision {}

    /** Ends every version, from the next call on. */
    record Revoquer(String motif) implements DeLInstructeur {}

    /** What can be answered to a request. */
    sealed interface Decision extends DeLInstructeur {}

    /** For whoever requested. */
    sealed interface DuDemandeur extends Ordre {
        @Override
        default Set<Cote> sides() {
            return Set.of(Cote.DEMANDEUR);
        }
    }

    /** For whoever examines. */
    sealed interface DeLInstructeur extends Ordre {
        @Override
        default Set<Cote> sides() {
            return Set.of(Cote.INSTRUCTEUR);
        }
    }
}
