package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;

/** A procedure is in exactly one state, and each allows only what the law allows from it. */
public sealed interface Demarche {

    Fiche fiche();

    default DemarcheId id() {
        return fiche().id();
    }

    /** Never published: only its builders see it. */
    record Brouillon(Fiche fiche) implements Demarche {}

    /**
     * Open to usagers.
     *
     * @param latest the revision under which new dossiers start
     * @param number of that revision, from 1
     */
    record Publiee(Fiche fiche, RevisionId latest, int number) implements Demarche {}

    /** Takes no new dossier; those that were deposited are handled to their end. */
    record Close(Fiche fiche, RevisionId latest, int number) implements Demarche {}
}
