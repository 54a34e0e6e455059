package fr.socle.identity.federation;

import java.time.Duration;
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
    /**
     * OpenID Connect Core 1.0, as the certification profiles Basic, Config and Form Post have it.
     */
    OPENID;

    /** As FranceConnect's contract has it. */
    public static final Duration CODE_LIFE = Duration.ofSeconds(30);

    /** As long as a session at ProConnect. */
    public static final Duration REFRESH_LIFE = Duration.ofHours(12);

    /** How long an access token and an id_token hold. */
    public Duration tokenLife() {
        return switch (this) {
            case FRANCECONNECT, PROCONNECT -> Duration.ofSeconds(60);
            case OPENID -> Duration.ofMinutes(5);
        };
    }

    /** As stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
