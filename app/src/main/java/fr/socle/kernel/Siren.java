package fr.socle.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The number that identifies a legal unit: nine digits, the last one a Luhn check. Source: code de
 * commerce, art. R. 123-221.
 *
 * @param value the nine digits, without spaces
 */
public record Siren(String value) {

    private static final int LENGTH = 9;

    public Siren {
        Typed.demand(refusalOf(value));
    }

    /** Reads nine digits, however they are grouped. */
    public static Parsed<Siren> parse(String typed) {
        return Typed.parse(Typed.compact(typed), Siren::refusalOf, Siren::new);
    }

    /** As people write it: {@code 732 829 320}. */
    public String formatted() {
        return value.substring(0, 3) + " " + value.substring(3, 6) + " " + value.substring(6);
    }

    private static @Nullable Refusal refusalOf(String value) {
        if (value.isEmpty()) {
            return Refusal.of("kernel.siren.missing");
        }
        if (!Typed.isDigits(value)) {
            return Refusal.of("kernel.siren.characters");
        }
        if (value.length() != LENGTH) {
            return Refusal.of("kernel.siren.length", value.length());
        }
        return Luhn.holds(value) ? null : Refusal.of("kernel.siren.luhn");
    }
}
