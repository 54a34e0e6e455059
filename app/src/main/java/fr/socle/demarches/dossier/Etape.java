package fr.socle.demarches.dossier;

import java.time.Instant;

/**
 * One thing that happened to a dossier, as the usager reads it.
 *
 * @param message what the agent wrote to the usager; empty for most events
 */
public record Etape(Event event, String message, Instant at) {

    /** The label is the message {@code demarches.event.<code>}. */
    public enum Event {
        COMMENCE("commence"),
        DEPOSE("depose"),
        CORRECTION_DEMANDEE("correction-demandee"),
        CORRECTION_DEPOSEE("correction-deposee"),
        PASSE_EN_INSTRUCTION("passe-en-instruction"),
        REPASSE_EN_CONSTRUCTION("repasse-en-construction"),
        REPASSE_EN_INSTRUCTION("repasse-en-instruction"),
        ACCEPTE("accepte"),
        REFUSE("refuse"),
        SANS_SUITE("sans-suite"),
        PASSE_EN_INSTRUCTION_AUTOMATIQUEMENT("passe-en-instruction-automatiquement"),
        ACCEPTE_AUTOMATIQUEMENT("accepte-automatiquement"),
        REFUSE_AUTOMATIQUEMENT("refuse-automatiquement");

        private final String code;

        Event(String code) {
            this.code = code;
        }

        /** As it is stored. */
        public String code() {
            return code;
        }

        public String label() {
            return "demarches.event." + code;
        }

        /** Whether the usager's answers reach the administration with it. */
        public boolean deposits() {
            return this == DEPOSE || this == CORRECTION_DEPOSEE;
        }

        /**
         * @throws IllegalArgumentException for a code that no event has
         */
        public static Event of(String code) {
            for (var event : values()) {
                if (event.code.equals(code)) {
                    return event;
                }
            }
            throw new IllegalArgumentException("no event " + code);
        }
    }
}
