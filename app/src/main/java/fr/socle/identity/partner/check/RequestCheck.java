package fr.socle.identity.partner.check;

import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.OpenIdClient;
import fr.socle.identity.federation.Client;
import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what a service sends and says, in words, each thing that is wrong with it. */
@Component
public class RequestCheck {

    /** Longer than any request that is accepted. */
    public static final int LONGEST = 16_000;

    private static final String KEY = "identity.check.";

    private final AuthorizeCheck authorize;
    private final TokenCheck token;
    private final LogoutCheck logout;
    private final Standing standing;
    private final PublicAddress address;

    RequestCheck(
            AuthorizeCheck authorize,
            TokenCheck token,
            LogoutCheck logout,
            Standing standing,
            PublicAddress address) {
        this.authorize = authorize;
        this.token = token;
        this.logout = logout;
        this.standing = standing;
        this.address = address;
    }

    /**
     * @param pasted an address, a request or its parameters; at most {@link #LONGEST} characters
     */
    public List<Finding> check(ConnectedService service, String pasted) {
        var client = service.client();
        var findings = new ArrayList<>(state(client));
        if (!findings.isEmpty()) {
            return findings;
        }
        switch (PastedReader.read(pasted)) {
            case Pasted.Unreadable _ -> findings.add(Finding.bad("", KEY + "unreadable"));
            case Pasted.Authorize(var place, var parameters) -> {
                findings.addAll(place(client, place, "/authorize"));
                findings.addAll(authorize.check(client, parameters));
            }
            case Pasted.Token asked -> {
                findings.addAll(place(client, asked.address(), "/token"));
                findings.addAll(token.check(client, asked));
            }
            case Pasted.Logout(var place, var parameters) -> {
                findings.addAll(place(client, place, "/session/end"));
                findings.addAll(logout.check(client, parameters));
            }
        }
        return findings;
    }

    /** A request that is right in all: what the service may try, and read here again. */
    public String example(Client client) {
        var parameters = new LinkedHashMap<String, String>();
        Repair.sound(client, address.value()).forEach(it -> parameters.putAll(it.values()));
        if (!client.needsPkce()) {
            parameters.keySet().removeIf(it -> it.startsWith("code_challenge"));
        }
        parameters.put("scope", String.join(" ", client.scopes().stream().sorted().toList()));
        return address.of(client.federation().base() + "/authorize?")
                + OpenIdClient.encoded(parameters);
    }

    private List<Finding> state(Client client) {
        if (!client.active()) {
            return List.of(Finding.bad("", KEY + "inactive"));
        }
        return standing.open(client)
                ? List.of()
                : List.of(Finding.bad("", KEY + "habilitation-ended"));
    }

    private List<Finding> place(Client client, String sent, String end) {
        var right = address.of(client.federation().base() + end);
        var path = client.federation().base() + end;
        return sent.isEmpty() || sent.equals(right) || sent.equals(path)
                ? List.of()
                : List.of(Finding.bad("", KEY + "place", sent, right));
    }
}
