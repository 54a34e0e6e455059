package fr.socle.kernel;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a commune, of a municipal arrondissement (Paris, Lyon, Marseille) or of a commune
 * that was merged or renumbered since 1943. It is not a postcode.
 *
 * @param value five characters, {@code 2A004} in Corsica, {@code 97411} overseas
 */
public record CodeCommune(String value) implements CodeCog {

    private static final int LENGTH = 5;
    private static final Pattern FORM =
            Pattern.compile("(0[1-9]|[1-8][0-9]|9[0-578]|2[AB])[0-9]{3}");

    public CodeCommune {
        Typed.demand(refusalOf(value));
    }

    /** Reads a code that is in force, or that once was. */
    public static Parsed<CodeCommune> parse(String typed) {
        return Typed.parse(Typed.compact(typed), CodeCommune::refusalOf, CodeCommune::new);
    }

    /**
     * Reads the code of the place where something happened on this day. A code that ended before is
     * refused; one that is younger than the event is accepted, because the registers of the place
     * went over to it (Aubervilliers was 75005 until 1968 and is 93001 since).
     */
    public static Parsed<CodeCommune> parseAt(String typed, LocalDate day) {
        return Typed.parse(Typed.compact(typed), value -> refusalAt(value, day), CodeCommune::new);
    }

    @Override
    public String nom() {
        return CommuneTable.get().latest(value).nom();
    }

    /** Whether the code designates a commune or an arrondissement today. */
    public boolean inForce() {
        return CommuneTable.get().latest(value).isCurrent();
    }

    @Override
    public String toString() {
        return value;
    }

    private static @Nullable Refusal refusalAt(String value, LocalDate day) {
        var refusal = refusalOf(value);
        if (refusal != null || !CommuneTable.get().endedBy(value, day)) {
            return refusal;
        }
        return Refusal.of("kernel.commune.ended", value, CommuneTable.get().latest(value).nom());
    }

    private static @Nullable Refusal refusalOf(String value) {
        if (value.isEmpty()) {
            return Refusal.of("kernel.commune.missing");
        }
        if (value.length() != LENGTH) {
            return Refusal.of("kernel.commune.length", value.length());
        }
        if (!FORM.matcher(value).matches()) {
            return Refusal.of("kernel.commune.form");
        }
        return CommuneTable.get().knows(value) ? null : Refusal.of("kernel.commune.unknown", value);
    }
}
