package fr.socle.identity.partner;

import fr.socle.directory.OrganisationId;
import fr.socle.identity.federation.Client;
import fr.socle.kernel.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service that its organisation connected to a federation.
 *
 * @param contacts who is told of what happens to it, 1 to 5
 * @param previousUntil until when the secret before the present one is accepted; null: it is not
 * @param version grows with each change
 */
public record ConnectedService(
        Client client,
        OrganisationId organisation,
        Stage stage,
        List<EmailAddress> contacts,
        @Nullable Instant previousUntil,
        long version) {

    public ConnectedService {
        contacts = List.copyOf(contacts);
    }

    public String id() {
        return client.clientId();
    }

    public String name() {
        return client.name();
    }

    public boolean inProduction() {
        return stage instanceof Stage.Production;
    }
}
