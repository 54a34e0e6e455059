package fr.socle.identity.broker;

/** In what form a provider must give the identity. What is agreed is demanded: no other is read. */
public enum UserinfoForm {
    JSON("json"),
    SIGNED("signed"),
    /** Signed, then encrypted for us. */
    ENCRYPTED("encrypted");

    private final String code;

    UserinfoForm(String code) {
        this.code = code;
    }

    /** As stored. */
    public String code() {
        return code;
    }

    public static UserinfoForm of(String code) {
        for (var it : values()) {
            if (it.code.equals(code)) {
                return it;
            }
        }
        throw new IllegalArgumentException("no form of userinfo is called " + code);
    }
}
