package fr.socle.identity;

import fr.socle.PostgresTest;
import fr.socle.identity.MadeUpServices.Service;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person who signs in to services, and leaves by one of them. */
@NullMarked
@PostgresTest
abstract class LogoutTest {

    static final String LEA = "Léa Exemplaire";

    @Autowired Clients clients;
    @LocalServerPort int port;

    final Visit visit = new Visit();

    MadeUpServices services() {
        return new MadeUpServices(clients, port);
    }

    String base() {
        return "http://localhost:" + port;
    }

    /** The id_token of a sign-in in this browser, by the provider or by the session. */
    String signedIn(Service service, boolean first) throws IOException {
        if (first) {
            return service.idToken(visit.signIn(service, LEA).code());
        }
        var consent = visit.open(service.authorize()).page();
        return service.idToken(visit.press(consent, "Continuer vers").code());
    }

    Visit.Stop leave(Map<String, String> parameters) throws IOException {
        return visit.open(
                services().issuer(Federation.CITOYENS)
                        + "/session/end?"
                        + fr.socle.identity.broker.OpenIdClient.encoded(parameters));
    }

    Map<String, String> leaving(String idToken) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("id_token_hint", idToken);
        parameters.put("post_logout_redirect_uri", MadeUpServices.LOGOUT);
        parameters.put("state", "un-état");
        return parameters;
    }

    boolean isSignedIn(Service service) throws IOException {
        return visit.open(service.authorize())
                .page()
                .asNormalizedText()
                .contains("Vous allez partager");
    }
}
