package fr.socle.journal.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.socle.TestFolders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** PostgreSQL stops under a running node and comes back later. */
@Tag("fire")
class DatabaseGoneTests {

    private static final String DATABASE = "parti";
    private static final Duration QUICKLY = Duration.ofSeconds(3);

    private final List<UUID> acknowledged = new CopyOnWriteArrayList<>();
    private final AtomicBoolean going = new AtomicBoolean(true);

    @Test
    void requestsAreToldSoAtOnceAndTheNodeRecoversByItself() throws Exception {
        try (var cluster = Cluster.start()) {
            cluster.create(DATABASE);
            cluster.execute(DATABASE, Collecting.TABLE);
            try (var node = node(cluster)) {
                var callers = List.of(caller(node), caller(node));
                await().until(() -> acknowledged.size() > 50);
                assertThat(status(node, "/exploitation/health/readiness")).isEqualTo(200);

                cluster.stop();
                assertToldSo(node);
                cluster.startAgain();

                assertRecovers(cluster, node);
                going.set(false);
                for (var caller : callers) {
                    caller.join();
                }
                assertNothingLost(cluster, node);
            }
        }
    }

    private static Application node(Cluster cluster) {
        return Application.node(
                cluster.url(DATABASE),
                TestFolders.fresh("socle-parti"),
                Probe.class,
                Collecting.class);
    }

    /** Appends all the time; what fails is not acknowledged. */
    private Thread caller(Application node) {
        return Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            while (going.get()) {
                                try {
                                    acknowledged.add(
                                            node.journal().appendAlone(Trace.of("acte")).id());
                                } catch (DataAccessException notDurable) {
                                    // Its caller releases nothing.
                                }
                            }
                        });
    }

    private static void assertToldSo(Application node) throws Exception {
        for (int i = 0; i < 3; i++) {
            var began = Instant.now();
            var page = get(node, "/journal", "text/html");
            assertThat(Duration.between(began, Instant.now())).isLessThan(QUICKLY);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/html");
            assertThat(page.body()).doesNotContain("Exception").contains("<h1");
        }
        var began = Instant.now();
        var problem = get(node, "/api/essai", "application/json");
        assertThat(Duration.between(began, Instant.now())).isLessThan(QUICKLY);
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(problem.body()).contains("\"status\":503");
        assertThat(status(node, "/exploitation/health/readiness")).isEqualTo(503);
        assertThat(status(node, "/exploitation/health/liveness")).isEqualTo(200);
        var asked = Instant.now();
        assertThatThrownBy(() -> node.journal().appendAlone(Trace.of("refusée")))
                .isInstanceOf(DataAccessException.class);
        // because it may have to wait for the batch before it to fail
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    private void assertRecovers(Cluster cluster, Application node) {
        var before = acknowledged.size();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> status(node, "/exploitation/health/readiness") == 200);
        await().atMost(Duration.ofSeconds(10)).until(() -> acknowledged.size() > before + 50);
        assertThat(cluster.ask(DATABASE, "SHOW fsync")).isEqualTo("on");
    }

    private void assertNothingLost(Cluster cluster, Application node) {
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                cluster.ask(
                                        DATABASE,
                                        "SELECT count(*) FROM unnest('{%s}'::uuid[]) AS id LEFT JOIN vu USING (id) WHERE n IS NULL"
                                                .formatted(ids())),
                        "0"::equals);
        assertThat(node.check().faults()).isEmpty();
        assertThat(cluster.ask(DATABASE, "SELECT count(*) - count(DISTINCT id) FROM vu"))
                .isEqualTo("0");
    }

    private String ids() {
        return String.join(",", acknowledged.stream().map(UUID::toString).toList());
    }

    private static int status(Application node, String path)
            throws IOException, InterruptedException {
        return get(node, path, "*/*").statusCode();
    }

    private static HttpResponse<String> get(Application node, String path, String accept)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(node.address() + path))
                        .header("Accept", accept)
                        .timeout(Duration.ofSeconds(10))
                        .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
