package fr.socle.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.socle.kernel.IpNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where services may send us, and how long they may keep us there. */
class OutsideHttpTests {

    private static final int LARGEST = 1000;

    private final AtomicInteger knocks = new AtomicInteger();
    private final Deque<String> answers = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", it -> answer(it, "bonjour"));
        server.createContext("/deux", it -> answer(it, "x".repeat(LARGEST + 1)));
        server.createContext("/sans-fin", OutsideHttpTests::forEver);
        server.createContext("/goutte", OutsideHttpTests::dropByDrop);
        server.createContext(
                "/ailleurs",
                it -> {
                    it.getResponseHeaders().set("Location", "/");
                    it.sendResponseHeaders(307, -1);
                });
        server.createContext(
                "/bombe",
                it -> {
                    it.getResponseHeaders().set("Content-Encoding", "gzip");
                    answer(it, "pas dépaqueté");
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        knocks.incrementAndGet();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void forEver(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            while (true) {
                out.write(new byte[1000]);
            }
        }
    }

    private static void dropByDrop(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(500);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static OutsideHttp http(boolean production, DnsResolver names, String... networks) {
        var house =
                new HouseSettings(
                        0, null, Path.of("data"), null, null, null, null, true, production);
        var settings = new OutsideSettings(List.of(networks).stream().map(IpNetwork::of).toList());
        return new OutsideHttp(new OpenAddresses(settings, house, names));
    }

    private static OutsideHttp http(boolean production, String... networks) {
        return http(production, SystemDefaultDnsResolver.INSTANCE, networks);
    }

    /** A name server that answers what it is told, and another thing the next time. */
    private DnsResolver lying() {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                var next = answers.size() > 1 ? answers.pop() : answers.peek();
                var found = next.split(" ");
                var addresses = new InetAddress[found.length];
                for (int i = 0; i < found.length; i++) {
                    addresses[i] = InetAddress.getByName(found[i]);
                }
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private String at(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    @Test
    void thisMachineIsCalledOnlyOutsideOfProductionOrWhereTheOperatorSaysSo() throws Exception {
        assertThat(http(false).get(at("127.0.0.1", "/"), LARGEST).body()).isEqualTo("bonjour");
        assertThat(
                        http(true, "127.0.0.0/8")
                                .post(at("localhost", "/"), Map.of(), "text/plain", "a=b", LARGEST)
                                .status())
                .isEqualTo(200);
        assertThatThrownBy(() -> http(true).get(at("127.0.0.1", "/"), LARGEST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(OutsideHttp.INSIDE);
        assertThat(knocks).hasValue(2);
    }

    @Test
    void connectionsApartAreJudgedAsWellAndThoseOfTheSettingsAreTrusted() throws Exception {
        assertThatThrownBy(() -> http(true).apart(2).get(at("127.0.0.1", "/"), LARGEST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(OutsideHttp.INSIDE);
        assertThat(http(true).trusting(2).get(at("127.0.0.1", "/"), LARGEST).body())
                .isEqualTo("bonjour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "[::]",
                "0.0.0.0",
                "2130706433",
                "127.1",
                "[::ffff:127.0.0.1]",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.8",
                "224.0.0.1",
                "255.255.255.255",
                "[fe80::1]",
                "[fd00::1]",
                "[64:ff9b::a00:1]",
                "[2002:7f00:1::]",
                "[ff02::1]"
            })
    void inProductionNoNotationLeadsInside(String host) {
        var began = Instant.now();
        for (var scheme : List.of("http", "https")) {
            assertThatThrownBy(() -> http(true).get(scheme + "://" + host + ":9/", LARGEST))
                    .isInstanceOf(IOException.class);
        }
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(knocks).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "2001:4860:4860::8888"})
    void inProductionTheInternetIsOpen(String address) throws UnknownHostException {
        var house = new HouseSettings(0, null, Path.of("data"), null, null, null, null, true, true);
        assertThat(new OpenAddresses(new OutsideSettings(List.of()), house).resolve(address))
                .hasSize(1);
    }

    @Test
    void outsideOfProductionTheNeighboursAreStillClosed() {
        for (var host : List.of("10.1.2.3", "169.254.169.254", "192.168.0.1")) {
            assertThatThrownBy(() -> http(false).get("http://" + host + "/", LARGEST))
                    .hasMessageContaining(OutsideHttp.INSIDE);
        }
    }

    @Test
    void aDemonstrationReachesItsOwnServicesByItsOwnName() throws Exception {
        answers.add("192.168.0.1");
        for (boolean production : List.of(true, false)) {
            var house =
                    new HouseSettings(
                            0,
                            "http://socle.example",
                            Path.of("data"),
                            null,
                            null,
                            null,
                            null,
                            true,
                            production);
            var open = new OpenAddresses(new OutsideSettings(List.of()), house, lying());
            if (production) {
                assertThatThrownBy(() -> open.resolve("socle.example"))
                        .isInstanceOf(UnknownHostException.class);
            } else {
                assertThat(open.resolve("socle.example")).hasSize(1);
                assertThatThrownBy(() -> open.resolve("autre.example"))
                        .isInstanceOf(UnknownHostException.class);
            }
        }
    }

    @Test
    void aNameThatLeadsInsideIsNotFollowedEvenIfItAlsoLeadsOutside() {
        for (var found : List.of("127.0.0.1", "192.0.0.8 127.0.0.1", "1.1.1.1 127.0.0.1")) {
            answers.clear();
            answers.add(found);
            assertThatThrownBy(() -> http(true, lying()).get(at("service.example", "/"), LARGEST))
                    .hasMessageContaining(OutsideHttp.INSIDE);
        }
        assertThat(knocks).hasValue(0);
    }

    @Test
    void theAddressThatIsJudgedIsTheOneThatIsCalled() throws Exception {
        // because a second look-up would lead nowhere near the server
        answers.add("127.0.0.1");
        answers.add("127.0.0.2");
        assertThat(
                        http(true, lying(), "127.0.0.1/32")
                                .get(at("service.example", "/"), LARGEST)
                                .body())
                .isEqualTo("bonjour");
        // and now it leads to where nobody may go
        answers.clear();
        answers.add("127.0.0.2");
        assertThatThrownBy(
                        () ->
                                http(true, lying(), "127.0.0.1/32")
                                        .get(at("service.example", "/"), LARGEST))
                .hasMessageContaining(OutsideHttp.INSIDE);
        assertThat(knocks).hasValue(1);
    }

    @Test
    void anAnswerThatIsTooLargeIsLeftThere() {
        var began = Instant.now();
        for (var path : List.of("/deux", "/sans-fin")) {
            assertThatThrownBy(() -> http(false).get(at("127.0.0.1", path), LARGEST))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(OutsideHttp.LARGE);
        }
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aServerThatDripsIsLeftAfterSixSeconds() {
        var began = Instant.now();
        assertThatThrownBy(() -> http(false).get(at("127.0.0.1", "/goutte"), LARGEST))
                .isInstanceOf(SocketTimeoutException.class);
        assertThat(Duration.between(began, Instant.now()))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(8));
    }

    @Test
    void noRedirectIsFollowedAndNothingIsUnpacked() throws Exception {
        assertThat(http(false).get(at("127.0.0.1", "/ailleurs"), LARGEST).status()).isEqualTo(307);
        assertThat(knocks).hasValue(0);
        assertThat(http(false).get(at("127.0.0.1", "/bombe"), LARGEST).body())
                .isEqualTo("pas dépaqueté");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "http://", "file:///etc/passwd", "http://a b/", "ftp://x/"})
    void whatIsNoAddressOfTheWebIsNotCalled(String address) {
        assertThatThrownBy(() -> http(false).get(address, LARGEST)).isInstanceOf(IOException.class);
    }
}
