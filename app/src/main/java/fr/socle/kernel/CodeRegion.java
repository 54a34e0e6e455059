package fr.socle.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a region as it is since 2016, or of an overseas community.
 *
 * @param value two digits, three for an overseas community ({@code 975}, {@code 988})
 */
public record CodeRegion(String value) implements CodeCog {

    private static final Pattern FORM = Pattern.compile("[0-9]{2}|9[78][0-9]");

    public CodeRegion {
        Typed.demand(refusalOf(value));
    }

    /** Reads a code that is in force. */
    public static Parsed<CodeRegion> parse(String typed) {
        return Typed.parse(Typed.compact(typed), CodeRegion::refusalOf, CodeRegion::new);
    }

    @Override
    public String nom() {
        return AreaTable.REGIONS.row(value).nom();
    }

    @Override
    public String toString() {
        return value;
    }

    private static @Nullable Refusal refusalOf(String value) {
        if (value.isEmpty()) {
            return Refusal.of("kernel.region.missing");
        }
        if (!FORM.matcher(value).matches()) {
            return Refusal.of("kernel.region.form");
        }
        return AreaTable.REGIONS.knows(value) ? null : Refusal.of("kernel.region.unknown", value);
    }
}
