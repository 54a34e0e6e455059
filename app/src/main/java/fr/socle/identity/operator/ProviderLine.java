package fr.socle.identity.operator;

import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider, as its operator sees it.
 *
 * @param issuer null for a demonstration provider
 * @param levels for which it may vouch, the lowest first
 * @param active false: nobody signs in through it, from the next second on
 * @param display whether the page of choice shows it
 * @param version changes with every write
 */
public record ProviderLine(
        String uid,
        Federation federation,
        @Nullable String issuer,
        String clientId,
        Shown shown,
        List<Acr> levels,
        List<String> domains,
        boolean active,
        boolean display,
        long version) {

    /** What the page of choice says of it. */
    public record Shown(String label, String hint, int position) {}

    public ProviderLine {
        levels = List.copyOf(levels);
        domains = List.copyOf(domains);
    }

    public boolean demonstration() {
        return issuer == null;
    }
}
