package fr.socle.demarches.dossier;

import fr.socle.kernel.NumeroPublic;
import java.time.Instant;

/** That a dossier was deposited: the number by which people name it from then on, and when. */
public record Depot(NumeroPublic number, Instant at) {}
