package fr.socle.identity.sso;

import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import java.time.Duration;

/**
 * How long a federation keeps somebody signed in, as the contracts of FranceConnect, FranceConnect+
 * and ProConnect say.
 *
 * @param slides whether each further sign-in begins it again
 */
record SessionLife(Duration life, boolean slides) {

    /** How long after its end the services to which a session led are remembered. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    static SessionLife of(Federation federation) {
        return switch (federation) {
            case CITOYENS -> new SessionLife(Duration.ofMinutes(30), true);
            case CITOYENS_PLUS -> new SessionLife(Duration.ofMinutes(10), false);
            case AGENTS -> new SessionLife(Duration.ofHours(12), false);
        };
    }

    /** Whether a request for this level may be answered without the provider. */
    static boolean answers(Federation federation, Acr asked) {
        return switch (federation) {
            case CITOYENS -> true;
            case CITOYENS_PLUS -> asked == Acr.EIDAS2;
            case AGENTS -> !asked.atLeast(Acr.EIDAS2);
        };
    }
}
