package fr.socle.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The number that identifies an establishment: the SIREN of its legal unit, then five digits (NIC).
 * Source: code de commerce, art. R. 123-221.
 *
 * @param value the fourteen digits, without spaces
 */
public record Siret(String value) {

    private static final int LENGTH = 14;
    private static final int SIREN_LENGTH = 9;

    /** La Poste has more establishments than Luhn numbers: theirs obey a rule of their own. */
    private static final String LA_POSTE = "356000000";

    public Siret {
        Typed.demand(refusalOf(value));
    }

    /** Reads fourteen digits, however they are grouped. */
    public static Parsed<Siret> parse(String typed) {
        return Typed.parse(Typed.compact(typed), Siret::refusalOf, Siret::new);
    }

    /** The legal unit to which the establishment belongs. */
    public Siren siren() {
        return new Siren(value.substring(0, SIREN_LENGTH));
    }

    /** The five digits that tell the establishment from the others of its legal unit. */
    public String nic() {
        return value.substring(SIREN_LENGTH);
    }

    /** As people write it: {@code 732 829 320 00074}. */
    public String formatted() {
        return siren().formatted() + " " + nic();
    }

    private static @Nullable Refusal refusalOf(String value) {
        if (value.isEmpty()) {
            return Refusal.of("kernel.siret.missing");
        }
        if (!Typed.isDigits(value)) {
            return Refusal.of("kernel.siret.characters");
        }
        if (value.length() != LENGTH) {
            return Refusal.of("kernel.siret.length", value.length());
        }
        if (!Luhn.holds(value.substring(0, SIREN_LENGTH))) {
            return Refusal.of("kernel.siret.siren");
        }
        return checks(value) ? null : Refusal.of("kernel.siret.luhn");
    }

    private static boolean checks(String value) {
        return Luhn.holds(value) || value.startsWith(LA_POSTE) && Luhn.sumOfDigits(value) % 5 == 0;
    }
}
