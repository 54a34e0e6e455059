package fr.socle.identity.federation;

import java.util.Locale;

/** What a service of a sector knows a person by. */
public enum SubjectKind {
    /** An HMAC under the secret of the sector. */
    PAIRWISE,
    /** The formula of FranceConnect v2: for a sector that comes from there. */
    FRANCECONNECT,
    /** The same for every service: agents only. */
    PUBLIC;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
