package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Clients;
import java.io.IOException;
import org.htmlunit.WebClient;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Outside the demonstration there are no sample services, on pages or in a federation. */
@NullMarked
@PostgresTest
@TestPropertySource(properties = "socle.demonstration=false")
class SamplesAbsentTests {

    private static final String SERVICES = "/demonstration/services";

    @LocalServerPort int port;
    @Autowired Clients clients;

    @Test
    void noneIsThere() throws IOException {
        try (var browser = SignsIn.browser()) {
            for (var path :
                    new String[] {"", "/cantine", "/cantine/retour?code=x", "/cantine/depart"}) {
                assertThat(status(browser, SERVICES + path)).as(path).isEqualTo(404);
            }
            assertThat(
                            status(
                                    browser,
                                    "/citoyens/api/v2/authorize?response_type=code&scope=openid&client_id=exemple-cantine"))
                    .isEqualTo(400);
        }
        assertThat(clients.find("exemple-cantine")).isEmpty();
    }

    private int status(WebClient browser, String path) throws IOException {
        return browser.getPage("http://localhost:" + port + path).getWebResponse().getStatusCode();
    }
}
