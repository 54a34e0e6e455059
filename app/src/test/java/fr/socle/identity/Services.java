package fr.socle.identity;

import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** Made-up services of every contract. */
@NullMarked
record Services(Clients clients, int port) {

    static Client none() {
        return client(Federation.CITOYENS, Set.of("openid"), POST, Client.Rules.STANDARD);
    }

    static final Client.Keys POST = Client.Keys.STANDARD;

    static Client.Rules rules(fr.socle.identity.federation.Profile profile) {
        return Client.Rules.of(profile);
    }

    static Client client(
            Federation federation, Set<String> scopes, Client.Keys keys, Client.Rules rules) {
        var id = "essai-" + UUID.randomUUID();
        return new Client(
                id,
                federation,
                "Service d’essai",
                "Commune d’essai",
                id,
                List.of(RelyingParty.REDIRECT),
                List.of(),
                scopes,
                false,
                true,
                keys,
                rules);
    }

    RelyingParty party(Client client) {
        return new RelyingParty(
                issuer(client.federation()),
                client.clientId(),
                clients.register(client).orElseThrow());
    }

    String issuer(Federation federation) {
        return "http://localhost:" + port + federation.base();
    }
}
