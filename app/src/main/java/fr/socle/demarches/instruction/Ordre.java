package fr.socle.demarches.instruction;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is to be done with each of many dossiers.
 *
 * @param text what the usager reads of it: the reasons of a decision; empty for most
 * @param target an agent's id or a label's number, where the action wants one; else empty
 */
public record Ordre(Action action, String text, String target) {

    public static final int LONGEST = 4000;

    /** The label is the message {@code demarches.travail.<code>}. */
    public enum Action {
        INSTRUIRE("instruire"),
        ACCEPTER("accepter"),
        REFUSER("refuser"),
        CLASSER_SANS_SUITE("sans-suite"),
        REPASSER_EN_CONSTRUCTION("construction"),
        SUIVRE("suivre"),
        ATTRIBUER("attribuer"),
        ETIQUETER("etiqueter"),
        ARCHIVER("archiver"),
        DESARCHIVER("desarchiver");

        private final String code;

        Action(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Action> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
        }

        /** A refusal and a closing are always told why (CRPA, art. L. 211-2). */
        public boolean needsText() {
            return this == REFUSER || this == CLASSER_SANS_SUITE;
        }
    }
}
