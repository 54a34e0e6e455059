package fr.socle.identity.usager;

import fr.socle.identity.federation.Client;
import fr.socle.identity.sso.Consent;
import java.util.List;

/**
 * What a person lets a service have, until they take it back.
 *
 * @param elsewhere the scopes by which the service may ask a data provider; nothing of them is here
 */
public record Agreed(Client client, Consent consent, List<String> elsewhere) {

    public Agreed {
        elsewhere = List.copyOf(elsewhere);
    }

    static Agreed of(Client client, Consent consent) {
        var federation = client.federation();
        return new Agreed(
                client,
                consent,
                consent.scopes().stream()
                        .filter(it -> federation.knows(it) && !federation.scopes().containsKey(it))
                        .sorted()
                        .toList());
    }
}
