package fr.socle.identity;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import fr.socle.PostgresTest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.keys.JwtAlg;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What the specifications require of a provider, requirement by requirement, asked by a library
 * that is not ours. Access tokens are opaque, so RFC 9068 asks nothing of us.
 */
@NullMarked
@PostgresTest
abstract class ConformanceTest {

    static final String LEA = "Léa Exemplaire";
    static final String WITH_QUERY = RelyingParty.REDIRECT + "?lieu=ici";

    @Autowired Clients clients;
    @LocalServerPort int port;

    final Visit visit = new Visit();

    /** A service of its own for each test. */
    NimbusParty registered() throws Exception {
        return registered(RelyingParty.REDIRECT);
    }

    NimbusParty registered(String redirect) throws Exception {
        var id = "essai-" + UUID.randomUUID();
        var keys =
                new Client.Keys(
                        ClientAuth.CLIENT_SECRET_BASIC, null, null, JwtAlg.ES256, null, null, null);
        var client =
                new Client(
                                id,
                                Federation.CITOYENS,
                                "Service indépendant",
                                "Commune d’essai",
                                id,
                                List.of(RelyingParty.REDIRECT, WITH_QUERY),
                                List.of(MadeUpServices.LOGOUT),
                                Set.of("openid", "profile", "email", "offline_access"),
                                false,
                                true)
                        .with(keys, Client.Rules.of(Profile.OPENID));
        var secret = clients.register(client).orElseThrow();
        var issuer = "http://localhost:" + port + Federation.CITOYENS.base();
        return new NimbusParty(issuer, id, secret, redirect);
    }

    /** Léa signs in, and the service has its code. */
    AuthorizationCode code(NimbusParty service, String... scopes) throws Exception {
        return service.signIn(visit, service.asking(scopes).build(), LEA).getAuthorizationCode();
    }

    static AuthorizationCodeGrant grant(AuthorizationCode code) {
        return new AuthorizationCodeGrant(code, URI.create(RelyingParty.REDIRECT));
    }

    static HTTPResponse get(URI address) throws Exception {
        return new HTTPRequest(HTTPRequest.Method.GET, address).send();
    }

    /** Exactly this form, in the name of the service. */
    static HTTPResponse posted(NimbusParty service, URI address, String form) throws Exception {
        var request = new HTTPRequest(HTTPRequest.Method.POST, address);
        request.setContentType("application/x-www-form-urlencoded");
        request.setAuthorization(service.proof.toHTTPAuthorizationHeader());
        request.setBody(form);
        return request.send();
    }
}
