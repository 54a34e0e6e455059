package fr.socle.kernel;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a country, or of a territory that INSEE numbers beside them.
 *
 * @param value {@code 99} and three digits; {@code 99100} is France
 */
public record CodePays(String value) implements CodeCog {

    private static final int LENGTH = 5;
    private static final Pattern FORM = Pattern.compile("99[0-9]{3}");
    private static final String FRENCH = "99100";

    public CodePays {
        Typed.demand(refusalOf(value));
    }

    public static CodePays france() {
        return new CodePays(FRENCH);
    }

    /** Reads a code that is in force, or that once was. */
    public static Parsed<CodePays> parse(String typed) {
        return Typed.parse(Typed.compact(typed), CodePays::refusalOf, CodePays::new);
    }

    /**
     * Reads the code of the country where something happened on this day. One that ended before is
     * refused; one that is younger is accepted, because registers speak of the present country.
     */
    public static Parsed<CodePays> parseAt(String typed, LocalDate day) {
        return Typed.parse(Typed.compact(typed), value -> refusalAt(value, day), CodePays::new);
    }

    public boolean isFrance() {
        return value.equals(FRENCH);
    }

    /** Whether the country exists today under this code. */
    public boolean inForce() {
        return AreaTable.PAYS.row(value).inForce();
    }

    @Override
    public String nom() {
        return AreaTable.PAYS.row(value).nom();
    }

    @Override
    public String toString() {
        return value;
    }

    private static @Nullable Refusal refusalAt(String value, LocalDate day) {
        var refusal = refusalOf(value);
        if (refusal != null || !AreaTable.PAYS.row(value).endedBy(day)) {
            return refusal;
        }
        return Refusal.of("kernel.pays.ended", value, AreaTable.PAYS.row(value).nom());
    }

    private static @Nullable Refusal refusalOf(String value) {
        if (value.isEmpty()) {
            return Refusal.of("kernel.pays.missing");
        }
        if (value.length() != LENGTH) {
            return Refusal.of("kernel.pays.length", value.length());
        }
        if (!FORM.matcher(value).matches()) {
            return Refusal.of("kernel.pays.form");
        }
        return AreaTable.PAYS.knows(value) ? null : Refusal.of("kernel.pays.unknown", value);
    }
}
