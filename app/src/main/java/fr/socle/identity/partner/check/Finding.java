package fr.socle.identity.partner.check;

import fr.socle.kernel.Refusal;

/**
 * One thing that a check saw.
 *
 * @param kind as of a notice: {@code good}, {@code warn} or {@code bad}
 * @param parameter to which it belongs, or empty
 * @param what in a sentence
 * @param answer what the address itself answers, word for word; empty when it is not its finding
 */
public record Finding(String kind, String parameter, Refusal what, String answer) {

    static Finding good(String key, Object... arguments) {
        return new Finding("good", "", Refusal.of(key, arguments), "");
    }

    static Finding warn(String parameter, String key, Object... arguments) {
        return new Finding("warn", parameter, Refusal.of(key, arguments), "");
    }

    static Finding bad(String parameter, String key, Object... arguments) {
        return new Finding("bad", parameter, Refusal.of(key, arguments), "");
    }

    /** As the address said it. */
    Finding saying(String said) {
        return new Finding(kind, parameter, what, said);
    }
}
