package fr.socle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

@PostgresTest
class HouseStartsTests {

    @LocalServerPort int port;

    @Test
    void itIsReadyOnceItsDatabaseAnswers() {
        var ready =
                RestClient.create("http://localhost:" + port)
                        .get()
                        .uri("/exploitation/health/readiness")
                        .retrieve()
                        .body(String.class);
        assertThat(ready).contains("UP");
    }
}
