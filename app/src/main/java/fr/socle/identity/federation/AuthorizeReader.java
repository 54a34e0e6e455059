package fr.socle.identity.federation;

import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.Authorization.Stopped;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Checks what a service asks at {@code authorize}, by the profile that it was registered with.
 * Without a known client and address nobody is redirected.
 */
@Component
public class AuthorizeReader {

    private final Clients clients;
    private final PublicAddress address;
    private final StrictRequests strict;
    private final OpenRequests open;

    AuthorizeReader(
            Clients clients, PublicAddress address, StrictRequests strict, OpenRequests open) {
        this.clients = clients;
        this.address = address;
        this.strict = strict;
        this.open = open;
    }

    public Authorization read(Federation federation, Map<String, String[]> sent) {
        var asked = new Parameters(sent);
        return clients.find(asked.one("client_id"))
                .filter(it -> it.active() && it.federation().equals(federation))
                .map(it -> read(it, asked))
                .orElseGet(() -> new Stopped(Fault.CLIENT_UNKNOWN, "unknown client_id"));
    }

    private Authorization read(Client client, Parameters asked) {
        var wrong = strict.malformed(client, asked);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (sentTwice(asked, "client_id") || sentTwice(asked, "redirect_uri")) {
            return new Stopped(Fault.AUTHORIZE_PARAMETERS, "client_id or redirect_uri is doubled");
        }
        if (!client.mayReturnTo(asked.one("redirect_uri"), address.value())) {
            return new Stopped(Fault.REDIRECT_URI, "redirect_uri is not registered");
        }
        return switch (client.profile()) {
            case FRANCECONNECT, PROCONNECT -> strict.read(client, asked);
            case OPENID -> open.read(client, asked);
        };
    }

    private static boolean sentTwice(Parameters asked, String name) {
        var values = asked.sent().get(name);
        return values != null && values.length > 1;
    }
}
