package fr.socle.demarches.depot;

import fr.socle.demarches.dossier.Dossier;
import java.time.Instant;

/**
 * A dossier as it lies in the database.
 *
 * @param version grows with each change: a writer names the one that he saw
 * @param attested whether its acceptance gave an attestation
 */
public record Stored(Dossier dossier, long version, Instant changedAt, boolean attested) {}
