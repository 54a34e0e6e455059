package fr.socle.exchange.demonstration;

import java.util.Arrays;
import java.util.Optional;

/** How a made-up provider behaves. */
public enum Mode {
    NORMAL("normal"),
    /** Answers 503. */
    PANNE("panne"),
    /** Answers long after any patience. */
    LENT("lent"),
    /** Gives facts that its contract does not name. */
    CHAMP_EN_PLUS("champ-en-plus"),
    /** Writes a number as a word. */
    MENSONGE("mensonge"),
    /** Knows nobody. */
    INCONNU("inconnu"),
    /** Answers 429. */
    QUOTA("quota");

    private final String code;

    Mode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Optional<Mode> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}
