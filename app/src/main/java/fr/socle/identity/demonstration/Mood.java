package fr.socle.identity.demonstration;

import java.util.Arrays;
import java.util.Optional;

/** How a made-up provider, or the made-up register of civil status, behaves. */
public enum Mood {
    NORMAL("normal"),
    /** Answers after the federation's patience. */
    LENT("lent"),
    /** Answers 503. */
    PANNE("panne"),
    /** Signs for another request; the register answers nonsense. */
    MENSONGE("mensonge"),
    /** Vouches for less than was asked. */
    NIVEAU_BAS("niveau-bas"),
    /** Gives an identity that lacks something. */
    INCOMPLET("incomplet");

    private final String code;

    Mood(String code) {
        this.code = code;
    }

    /** As stored, and as forms send it. */
    public String code() {
        return code;
    }

    public static Optional<Mood> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}
