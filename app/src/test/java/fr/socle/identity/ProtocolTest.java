package fr.socle.identity;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service outside the house, as it meets the citizens' provider. */
@NullMarked
@PostgresTest
abstract class ProtocolTest {

    static final String LEA = "Léa Exemplaire";

    @Autowired Clients clients;
    @LocalServerPort int port;

    final String clientId = "essai-" + UUID.randomUUID();
    RelyingParty service = new RelyingParty("", "", "");

    @BeforeEach
    void register() {
        service = serviceOf(clientId, clientId);
    }

    RelyingParty serviceOf(String id, String sector) {
        var client =
                new Client(
                        id,
                        Federation.CITOYENS,
                        "Service d’essai",
                        "Commune d’essai",
                        sector,
                        List.of(RelyingParty.REDIRECT),
                        List.of("http://127.0.0.1:9/"),
                        Set.of("openid", "identite_pivot", "email"),
                        true,
                        true);
        return new RelyingParty(issuer(), id, clients.register(client).orElseThrow());
    }

    String issuer() {
        return "http://localhost:" + port + "/citoyens/api/v2";
    }

    Map<String, String> signIn(String name) throws IOException {
        return service.signIn(SignsIn.browser(), name, SignsIn.TAXES);
    }
}
