package fr.socle.identity.usager;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a person wants to be warned by e-mail that they signed in. */
public enum Warned {
    /** At each sign-in. */
    TOUJOURS,
    /** As a rule: when the device is new, shared or suspicious. */
    APPAREIL_INCONNU;

    /** As stored, and as a form sends it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Warned> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
