package fr.socle.avis.observatoire.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.socle.PostgresTest;
import fr.socle.avis.observatoire.listing.ListedDemarche.Facts;
import fr.socle.avis.observatoire.listing.Listings;
import fr.socle.avis.observatoire.listing.OnceOnly;
import fr.socle.avis.observatoire.listing.Online;
import fr.socle.avis.observatoire.listing.SignIn;
import fr.socle.avis.observatoire.probe.ProbeStore.Due;
import fr.socle.avis.observatoire.probe.ProbeStore.Seen;
import fr.socle.directory.Actor;
import fr.socle.directory.OrganisationId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

@PostgresTest
class ProberTests {

    @Autowired Prober prober;
    @Autowired ProbeStore store;
    @Autowired Visits visits;
    @Autowired Listings listings;
    @Autowired JdbcClient db;

    @Test
    void ofManyNodesOneAsksInAMinuteAndADeadOneIsFollowedInTheNext() throws Exception {
        var demarche = listed();
        var far = Instant.parse("2099-01-01T12:00:30Z");
        db.sql(
                        "INSERT INTO avis.probe VALUES (:id, 'https://a.example/', false, '2099-01-01T12:00:07Z')"
                                + " ON CONFLICT (demarche) DO UPDATE SET due_at = excluded.due_at")
                .param("id", demarche)
                .update();
        assertThat(timesTaken(demarche, far)).isEqualTo(1);
        assertThat(timesTaken(demarche, far.plusSeconds(20))).isZero();
        assertThat(timesTaken(demarche, far.plusSeconds(60))).isEqualTo(1);
        assertThat(timesTaken(demarche, far.plus(Duration.ofHours(3))))
                .as("what nobody asked for three hours is not asked a hundred times")
                .isEqualTo(1);
        assertThat(timesTaken(demarche, far.plus(Duration.ofHours(3)))).isZero();
    }

    private long timesTaken(UUID demarche, Instant now) throws Exception {
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var rounds =
                    IntStream.range(0, 4)
                            .<Callable<List<Due>>>mapToObj(_ -> () -> store.take(now, 1000))
                            .toList();
            var taken = new ArrayList<Due>();
            for (var round : nodes.invokeAll(rounds)) {
                taken.addAll(round.get());
            }
            return taken.stream().filter(it -> it.demarche().equals(demarche)).count();
        }
    }

    @Test
    void everyMinuteOfTheLongestDayHasItsPlaceAndASecondWordReplacesTheFirst() {
        var demarche = UUID.randomUUID();
        var day = LocalDate.of(2025, 10, 26);
        store.seen(demarche, Instant.parse("2025-10-25T22:00:10Z"), new Seen(true, 100));
        store.seen(demarche, Instant.parse("2025-10-26T00:30:00Z"), new Seen(false, -1));
        store.seen(demarche, Instant.parse("2025-10-26T01:30:00Z"), new Seen(true, -1));
        store.seen(demarche, Instant.parse("2025-10-26T22:59:59Z"), new Seen(true, 300));
        store.seen(demarche, Instant.parse("2025-10-26T22:59:59Z"), new Seen(true, -1));
        store.seen(demarche, Instant.parse("2025-10-26T23:00:00Z"), new Seen(true, 900));
        assertThat(store.between(day, day).get(demarche)).isEqualTo(new Uptime(4, 3, 2, 400, 0, 0));
        assertThat(store.between(day.plusDays(1), day.plusDays(1)).get(demarche))
                .isEqualTo(new Uptime(1, 1, 1, 900, 0, 0));
        store.seen(demarche, Instant.parse("2025-03-30T21:59:59Z"), new Seen(true, -1));
        assertThat(store.between(LocalDate.of(2025, 3, 30), LocalDate.of(2025, 3, 30)))
                .as("the day of 1,380 minutes")
                .containsKey(demarche);
        assertThat(store.purge(day.plusDays(1))).isPositive();
        assertThat(store.between(day, day)).doesNotContainKey(demarche);
    }

    @ParameterizedTest
    @CsvSource({"200,1,1", "302,1,0", "404,0,0", "500,0,0", "304,1,0"})
    void whatAnswersWithAPageOrSendsElsewhereIsUp(int status, long up, long pages)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        try {
            var port = server.getAddress().getPort();
            assertThat(asked("http://localhost:" + port + "/"))
                    .extracting(Uptime::asked, Uptime::up, Uptime::pages)
                    .containsExactly(1L, up, pages);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPageTooLargeToReadOnWasThere() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 3 * 1024 * 1024);
                    try (var body = exchange.getResponseBody()) {
                        body.write(new byte[3 * 1024 * 1024]);
                    } catch (IOException hungUp) {
                        // which is what is wanted
                    }
                });
        server.start();
        try {
            var seen = asked("http://localhost:" + server.getAddress().getPort() + "/");
            assertThat(seen).extracting(Uptime::up, Uptime::pages).containsExactly(1L, 0L);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobodyMakesTheProberKnockInside() {
        var began = Instant.now();
        for (var inside :
                List.of("http://10.1.2.3/", "http://169.254.169.254/", "http://[fd00::1]/")) {
            assertThat(asked(inside).up()).isZero();
        }
        assertThat(Duration.between(began, Instant.now()))
                .as("refused at once, not tried for six seconds each")
                .isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void ofOneAddressThreeVisitsCountInAMinuteAndOnlyForProceduresOfThisHouse() {
        var ours = UUID.randomUUID();
        var other = UUID.randomUUID();
        db.sql(
                        "INSERT INTO avis.probe VALUES (:ours, 'http://a.example/', true, '2099-01-01Z'),"
                                + " (:other, 'http://a.example/', false, '2099-01-01Z')")
                .param("ours", ours)
                .param("other", other)
                .update();
        visits.forget();
        for (int i = 0; i < 20; i++) {
            visits.add(ours, 400, new MockHttpServletRequest());
        }
        visits.forget();
        visits.add(other, 400, new MockHttpServletRequest());
        visits.write();
        var today = LocalDate.now(java.time.ZoneId.of("Europe/Paris"));
        var seen = store.between(today.minusDays(1), today);
        assertThat(seen.get(ours)).isEqualTo(new Uptime(0, 0, 0, 0, 3, 1200));
        assertThat(seen).doesNotContainKey(other);
    }

    private Uptime asked(String address) {
        var demarche = UUID.randomUUID();
        var today = LocalDate.now(java.time.ZoneId.of("Europe/Paris"));
        prober.ask(new Due(demarche, address, false));
        return store.between(today.minusDays(1), today).getOrDefault(demarche, Uptime.NONE);
    }

    /** The rounds of the application take away what is not listed. */
    private UUID listed() {
        var facts =
                new Facts(
                        "Sonde " + UUID.randomUUID(),
                        "https://a.example/",
                        "Essai",
                        "",
                        Online.OUI,
                        List.of(),
                        null,
                        null,
                        OnceOnly.UNKNOWN,
                        SignIn.UNKNOWN,
                        "");
        listings.create(Actor.CONSOLE, new OrganisationId(UUID.randomUUID()), facts);
        return listings.all().stream()
                .filter(it -> it.facts().name().equals(facts.name()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
