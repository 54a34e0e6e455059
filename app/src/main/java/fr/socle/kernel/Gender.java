package fr.socle.kernel;

import java.util.Locale;

/** The gender of the civil status, as FranceConnect's claim {@code gender} carries it. */
public enum Gender {
    MALE,
    FEMALE,
    UNSPECIFIED;

    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code male}, {@code female} or {@code unspecified}. */
    public static Parsed<Gender> parse(String typed) {
        return switch (Typed.trim(typed).toLowerCase(Locale.ROOT)) {
            case "" -> Parsed.invalid("kernel.gender.missing");
            case "male" -> Parsed.valid(MALE);
            case "female" -> Parsed.valid(FEMALE);
            case "unspecified" -> Parsed.valid(UNSPECIFIED);
            default -> Parsed.invalid("kernel.gender.unknown");
        };
    }
}
