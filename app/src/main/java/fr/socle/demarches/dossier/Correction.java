package fr.socle.demarches.dossier;

import java.time.Instant;

/** What an agent asked the usager to correct. */
public sealed interface Correction {

    Raison raison();

    String message();

    Instant askedAt();

    /** Why; the label is the message {@code demarches.raison.<code>}, the code that of the API. */
    enum Raison {
        INCORRECTE("incorrect"),
        INCOMPLETE("incomplete"),
        PERIMEE("outdated");

        private final String code;

        Raison(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /**
         * @throws IllegalArgumentException for a code that no reason has
         */
        public static Raison of(String code) {
            for (var raison : values()) {
                if (raison.code.equals(code)) {
                    return raison;
                }
            }
            throw new IllegalArgumentException("no reason " + code);
        }
    }

    /**
     * The usager has not answered yet.
     *
     * @param reprise the answers as the usager is changing them, which agents do not see
     */
    record Demandee(Raison raison, String message, Instant askedAt, Reponses reprise)
            implements Correction {

        Demandee reprendre(Reponses changed) {
            return new Demandee(raison, message, askedAt, changed);
        }

        public Resolue resoudre(Instant now) {
            return new Resolue(raison, message, askedAt, now);
        }
    }

    /** The usager deposited again, or the agent went on without. */
    record Resolue(Raison raison, String message, Instant askedAt, Instant resolvedAt)
            implements Correction {}
}
