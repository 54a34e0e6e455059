package fr.socle.demarches;

import java.time.Instant;

/** A dossier was decided. Says nothing of the person: whoever listens counts. */
public record DecisionRendue(DemarcheId demarche, DossierState outcome, Instant at) {}
