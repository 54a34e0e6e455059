package fr.socle.demarches.dossier;

import java.time.Instant;

/** What an agent asked the usager to correct. */
public sealed interface Correction {

    String message();

    Instant askedAt();

    /**
     * The usager has not answered yet.
     *
     * @param reprise the answers as the usager is changing them, which agents do not see
     */
    record Demandee(String message, Instant askedAt, Reponses reprise) implements Correction {

        Demandee reprendre(Reponses changed) {
            return new Demandee(message, askedAt, changed);
        }

        public Resolue resoudre(Instant now) {
            return new Resolue(message, askedAt, now);
        }
    }

    /** The usager deposited again, or the agent went on without. */
    record Resolue(String message, Instant askedAt, Instant resolvedAt) implements Correction {}
}
