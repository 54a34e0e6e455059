package fr.socle.identity.federation;

import java.util.Optional;

/**
 * How sure it is who a person is, from the least to the most (eIDAS, article 8; ProConnect for the
 * second factor that the federation adds itself).
 */
public enum Acr {
    EIDAS1("eidas1"),
    EIDAS1_MFA("eidas1-mfa"),
    EIDAS2("eidas2"),
    EIDAS3("eidas3");

    private final String code;

    Acr(String code) {
        this.code = code;
    }

    /** As stored, and as written in {@code acr}. */
    public String code() {
        return code;
    }

    public static Optional<Acr> of(String code) {
        for (var it : values()) {
            if (it.code.equals(code)) {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }

    public boolean atLeast(Acr other) {
        return compareTo(other) >= 0;
    }
}
