package fr.socle.identity.partner.meter;

import java.util.Arrays;

/** What a service or its usager did. */
public enum Step {
    AUTHORIZE("authorize"),
    TOKEN("token"),
    USERINFO("userinfo"),
    /** Somebody arrived at the service; the outcome is the level. */
    SIGN_IN("sign-in");

    private final String code;

    Step(String code) {
        this.code = code;
    }

    /** As stored, and as the last part of a message key. */
    public String code() {
        return code;
    }

    static Step of(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + code));
    }
}
