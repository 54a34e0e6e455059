package fr.socle.identity.broker;

import fr.socle.identity.federation.Acr;
import org.jspecify.annotations.Nullable;

/** Which level is asked of a provider, and what its answer is worth. */
final class Levels {

    private Levels() {}

    /**
     * What the service asks, but no less than the provider gives anyway. The federation itself adds
     * the second factor of a provider that has none.
     */
    static Acr toAsk(Provider provider, Acr asked) {
        var needed =
                asked == Acr.EIDAS1_MFA && !provider.agents().secondFactor() ? Acr.EIDAS1 : asked;
        var least = provider.allowed().getFirst();
        return needed.atLeast(least) ? needed : least;
    }

    /**
     * The level that the provider vouches for.
     *
     * @param said null when the answer names no known level: of a provider of agents that is its
     *     lowest one, of another no answer
     * @throws UpstreamFailure when it is less than what was asked, or not this provider's to give
     */
    static Acr received(Provider provider, Acr asked, @Nullable Acr said) throws UpstreamFailure {
        var agents = !provider.federation().ofUsagers();
        if (said == null && !agents) {
            throw new UpstreamFailure(UpstreamFault.LOW_LEVEL, "no acr that is known");
        }
        var level = said == null ? provider.allowed().getFirst() : said;
        // of an agent the federation hands on what it got, and the service judges
        if (!agents && !level.atLeast(toAsk(provider, asked))) {
            throw new UpstreamFailure(
                    UpstreamFault.LOW_LEVEL, "acr " + level.code() + ", asked " + asked.code());
        }
        if (!provider.allowed().contains(level)) {
            throw new UpstreamFailure(
                    UpstreamFault.LEVEL_NOT_ALLOWED,
                    "acr " + level.code() + " is not this provider's");
        }
        return level;
    }
}
