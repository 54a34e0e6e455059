package fr.socle.identity.federation;

import java.util.Locale;

/** How a service proves who it is: the one way that it was registered with. */
public enum ClientAuth {
    CLIENT_SECRET_POST,
    CLIENT_SECRET_BASIC,
    PRIVATE_KEY_JWT;

    /** As stored, and as OpenID Connect Core writes it (section 9). */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
