package fr.socle.identity;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.RelyingParty.Answer;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service of the standard profile, and the tokens that it gets. */
@NullMarked
@PostgresTest
abstract class OpenIdProfileTest {

    static final String LEA = "Léa Exemplaire";
    static final Set<String> SCOPES = Set.of("openid", "profile", "email", "offline_access");

    @Autowired Clients clients;
    @LocalServerPort int port;

    Client client = Services.none();
    RelyingParty service = new RelyingParty("", "", "");
    Services services = new Services(clients, 0);

    @BeforeEach
    void register() {
        services = new Services(clients, port);
        client =
                Services.client(
                        Federation.CITOYENS, SCOPES, Services.POST, Services.rules(Profile.OPENID));
        service = services.party(client);
    }

    Map<String, String> asking(String scope) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", client.clientId());
        parameters.put("redirect_uri", RelyingParty.REDIRECT);
        parameters.put("scope", scope);
        return parameters;
    }

    Answer signedIn(Map<String, String> parameters) throws IOException {
        var back = service.signIn(SignsIn.browser(), parameters, LEA, SignsIn.TAXES);
        var form = service.tokenForm(back.getOrDefault("code", ""));
        form.remove("code_verifier");
        return service.token(form);
    }

    Answer refreshed(String token) {
        return RelyingParty.read(
                service.posted(
                        "/token", Map.of("grant_type", "refresh_token", "refresh_token", token)));
    }

    /** Another service of the same kind. */
    RelyingParty stranger() {
        return services.party(
                Services.client(
                        Federation.CITOYENS,
                        SCOPES,
                        Services.POST,
                        Services.rules(Profile.OPENID)));
    }
}
