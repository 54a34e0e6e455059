package fr.socle.identity.usager;

import java.util.Map;
import java.util.Set;

/**
 * What a person decided about their sign-ins.
 *
 * @param providers whether each provider about which they decided may identify them, by its uid
 * @param futureProviders whether any other may
 * @param blockedClients the services that may not
 * @param version grows with each decision about providers and warnings; 0 before the first
 */
public record Choices(
        Map<String, Boolean> providers,
        boolean futureProviders,
        Set<String> blockedClients,
        Warned warned,
        long version) {

    public Choices {
        providers = Map.copyOf(providers);
        blockedClients = Set.copyOf(blockedClients);
    }

    public boolean allows(String provider) {
        return providers.getOrDefault(provider, futureProviders);
    }
}
