package fr.socle.identity.broker;

/** How the house proves itself to a provider (OpenID Connect Core, 9). */
public enum ProviderAuth {
    CLIENT_SECRET_POST("client_secret_post"),
    /** By our own keys, which the federation publishes. */
    PRIVATE_KEY_JWT("private_key_jwt");

    private final String code;

    ProviderAuth(String code) {
        this.code = code;
    }

    /** As registered and stored. */
    public String code() {
        return code;
    }

    public static ProviderAuth of(String code) {
        for (var it : values()) {
            if (it.code.equals(code)) {
                return it;
            }
        }
        throw new IllegalArgumentException("no way to prove oneself is called " + code);
    }
}
