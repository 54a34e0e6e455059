package fr.socle.kernel;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A reference that people read aloud and copy by hand: twelve digits in groups of three ({@code
 * 482-917-305-617}). The last digit is a Damm check, which catches every wrong digit and every swap
 * of two neighbours. It identifies and opens nothing: whoever holds it still has to be allowed.
 *
 * @param value the twelve digits, the first one not zero
 */
public record NumeroPublic(String value) {

    private static final int LENGTH = 12;
    private static final long LOWEST = 10_000_000_000L;

    /** The quasigroup of order ten of H. M. Damm (2004): row is the state, column the digit. */
    private static final String[] DAMM = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    public NumeroPublic {
        Typed.demand(refusalOf(value));
    }

    /** Draws a number; the caller draws again if its table already has it. */
    public static NumeroPublic fresh(RandomGenerator random) {
        var digits = Long.toString(random.nextLong(LOWEST, 10 * LOWEST));
        return new NumeroPublic(digits + stateAfter(digits));
    }

    /** Reads twelve digits, with or without hyphens and spaces. */
    public static Parsed<NumeroPublic> parse(String typed) {
        return Typed.parse(Typed.compact(typed), NumeroPublic::refusalOf, NumeroPublic::new);
    }

    /** As it is shown and read aloud: four groups of three. */
    public String formatted() {
        return value.replaceAll("(...)(?=.)", "$1-");
    }

    private static @Nullable Refusal refusalOf(String value) {
        if (value.isEmpty()) {
            return Refusal.of("kernel.numero.missing");
        }
        if (!Typed.isDigits(value)) {
            return Refusal.of("kernel.numero.characters");
        }
        if (value.length() != LENGTH) {
            return Refusal.of("kernel.numero.length", value.length());
        }
        boolean holds = value.charAt(0) != '0' && stateAfter(value) == 0;
        return holds ? null : Refusal.of("kernel.numero.check");
    }

    private static int stateAfter(String digits) {
        int state = 0;
        for (int i = 0; i < digits.length(); i++) {
            state = DAMM[state].charAt(digits.charAt(i) - '0') - '0';
        }
        return state;
    }
}
