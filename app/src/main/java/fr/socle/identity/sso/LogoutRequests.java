package fr.socle.identity.sso;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.OpenIdClient;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.IdTokenHints;
import fr.socle.identity.sso.LogoutRequest.Asked;
import fr.socle.identity.sso.LogoutRequest.Hint;
import fr.socle.identity.sso.LogoutRequest.Wrong;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Reads requests to leave. Only an address that the service registered is ever gone to; an id_token
 * counts when we signed it, however old it is.
 */
@Component
public class LogoutRequests {

    public static final String HINT = "id_token_hint";
    public static final String CLIENT = "client_id";
    public static final String TO = "post_logout_redirect_uri";
    public static final String STATE = "state";

    /** Those that are read; others are ignored, as OAuth says. */
    public static final List<String> KNOWN = List.of(HINT, CLIENT, TO, STATE);

    private static final int LONGEST_HINT = 8000;
    private static final int LONGEST = 2000;

    private final IdTokenHints hints;
    private final Clients clients;
    private final PublicAddress address;

    LogoutRequests(IdTokenHints hints, Clients clients, PublicAddress address) {
        this.hints = hints;
        this.clients = clients;
        this.address = address;
    }

    public LogoutRequest read(Federation federation, MultiValueMap<String, String> parameters) {
        if (KNOWN.stream().anyMatch(it -> isWrong(it, parameters.get(it)))) {
            return new Wrong("identity.logout.malformed");
        }
        var text = one(parameters, HINT);
        var hint = hints.read(federation, text).filter(it -> isOurs(it, federation));
        if (!text.isEmpty() && hint.isEmpty()) {
            return new Wrong("identity.logout.hint");
        }
        var named = one(parameters, CLIENT);
        var id = hint.map(it -> it.getAudience().getFirst()).orElse(named);
        var client = clients.find(id).filter(it -> it.federation().equals(federation));
        if (!id.isEmpty() && (client.isEmpty() || !(named.isEmpty() || named.equals(id)))) {
            return new Wrong("identity.logout.client");
        }
        return to(client, parameters)
                .<LogoutRequest>map(
                        it ->
                                new Asked(
                                        client.orElse(null),
                                        hint.map(LogoutRequests::hint).orElse(null),
                                        it))
                .orElseGet(() -> new Wrong("identity.logout.redirect"));
    }

    /** Empty when the address is none of the client's. */
    private Optional<String> to(Optional<Client> client, MultiValueMap<String, String> parameters) {
        var to = one(parameters, TO);
        if (to.isEmpty()) {
            return Optional.of("");
        }
        return client.filter(it -> it.mayLeaveTo(to, address.value()))
                .map(_ -> with(to, one(parameters, STATE)));
    }

    private static String with(String to, String state) {
        return state.isEmpty()
                ? to
                : to + (to.contains("?") ? "&" : "?") + OpenIdClient.encoded(Map.of(STATE, state));
    }

    private boolean isOurs(JWTClaimsSet claims, Federation federation) {
        return claims.getAudience().size() == 1
                && claims.getSubject() != null
                && address.of(federation.base()).equals(claims.getIssuer());
    }

    private static Hint hint(JWTClaimsSet claims) {
        return new Hint(
                claims.getClaim("sid") instanceof String sid ? sid : "",
                Objects.requireNonNull(claims.getSubject()));
    }

    private static boolean isWrong(String name, @Nullable List<String> values) {
        return values != null
                && (values.size() > 1
                        || values.getFirst().length()
                                > (name.equals(HINT) ? LONGEST_HINT : LONGEST));
    }

    static String one(MultiValueMap<String, String> parameters, String name) {
        return Objects.requireNonNullElse(parameters.getFirst(name), "");
    }
}
