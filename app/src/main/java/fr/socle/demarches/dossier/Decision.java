package fr.socle.demarches.dossier;

import java.time.Instant;

/**
 * What was decided and why.
 *
 * @param motivation plain text; a refusal always has one (CRPA, art. L. 211-2)
 */
public record Decision(String motivation, Instant at) {}
