package fr.socle.identity.federation;

import java.util.Locale;

/**
 * Whose contract a service was written for. Strict or standard is a property of the service, not of
 * the federation.
 */
public enum Profile {
    /** FranceConnect v2 and FranceConnect+: every unknown parameter is refused. */
    FRANCECONNECT,
    /** ProConnect (formerly AgentConnect). */
    PROCONNECT,
    /** OpenID Connect Core 1.0, as the certification profiles Basic, Config and Form Post have it. */
    OPENID;

    /** As stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
