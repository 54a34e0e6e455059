package fr.socle.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a departement, or of an overseas community that INSEE numbers beside them.
 *
 * @param value {@code 01} to {@code 95}, {@code 2A}, {@code 2B}, {@code 971} to {@code 989}
 */
public record CodeDepartement(String value) implements CodeCog {

    private static final Pattern FORM = Pattern.compile("[0-9]{2}|2[AB]|9[78][0-9]");

    public CodeDepartement {
        Typed.demand(refusalOf(value));
    }

    /** Reads a code that is in force. */
    public static Parsed<CodeDepartement> parse(String typed) {
        return Typed.parse(Typed.compact(typed), CodeDepartement::refusalOf, CodeDepartement::new);
    }

    @Override
    public String nom() {
        return AreaTable.DEPARTEMENTS.row(value).nom();
    }

    public CodeRegion region() {
        return new CodeRegion(AreaTable.DEPARTEMENTS.row(value).parent());
    }

    @Override
    public String toString() {
        return value;
    }

    private static @Nullable Refusal refusalOf(String value) {
        if (value.isEmpty()) {
            return Refusal.of("kernel.departement.missing");
        }
        if (!FORM.matcher(value).matches()) {
            return Refusal.of("kernel.departement.form");
        }
        return AreaTable.DEPARTEMENTS.knows(value)
                ? null
                : Refusal.of("kernel.departement.unknown", value);
    }
}
