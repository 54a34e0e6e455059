package fr.socle.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.socle.directory.Actor;
import fr.socle.directory.Organisation;
import fr.socle.exchange.access.ConsumerDraft;
import fr.socle.exchange.access.ConsumerDraft.Ground;
import fr.socle.exchange.access.Consumers;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.Library;
import fr.socle.exchange.provider.Providers;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.kernel.IpNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consumers at the contract's addresses, before a simulated provider over real HTTP. The data sets
 * are those of the library under the version 9, which is nobody's.
 */
@NullMarked
abstract class ContractTest extends ExchangeTest {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** Answers as a provider would. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    @Autowired Consumers consumers;
    @Autowired Providers providers;
    @Autowired Habilitations habilitations;
    @Autowired MadeUpKnown persons;

    final HttpClient http = HttpClient.newHttpClient();
    final AtomicInteger asked = new AtomicInteger();
    volatile Behaviour behaviour = exchange -> say(exchange, 200, "{\"data\":{}}");
    private final HttpServer provider;

    ContractTest() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void openProvider() {
        provider.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        provider.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    behaviour.answer(exchange);
                });
        provider.start();
    }

    @AfterEach
    void closeProvider() {
        provider.stop(0);
        journal.broken = null;
    }

    /** A data set of the library, given by the simulated provider under a code of this test's. */
    DataSet given(String code, int perMinute) {
        return given(code, perMinute, null);
    }

    /**
     * @param freshness for how many seconds an answer may be given again
     */
    DataSet given(String code, int perMinute, @Nullable Integer freshness) {
        var like = Library.find(code).orElseThrow();
        var name = "essai-" + letters(NUMBERS.incrementAndGet());
        var address = like.address();
        var set =
                new DataSet(
                        name,
                        like.title(),
                        new DataSet.Address(
                                address.api(),
                                "/v9/" + name + address.path(),
                                address.by(),
                                address.federated(),
                                address.parameters()),
                        like.source(),
                        new DataSet.Terms(like.terms().secrecy(), null, null, perMinute, freshness),
                        like.fields());
        var base = "http://localhost:" + provider.getAddress().getPort();
        providers.register(set, "Fournisseur simulé", base, "secret");
        return set;
    }

    private static String letters(int number) {
        return number == 0 ? "" : letters(number / 26) + (char) ('a' + number % 26);
    }

    HabilitationId habilitation(
            Organisation to, DataSet set, Set<String> fields, Set<RequesterKind> kinds) {
        return granted(to, Map.of(set.code(), fields), kinds);
    }

    static Set<String> every(DataSet set) {
        return set.fields().stream().map(DataSet.Field::code).collect(Collectors.toSet());
    }

    Consumers.Issued issue(HabilitationId on) {
        return issue(on, List.of(), null);
    }

    Consumers.Issued issue(HabilitationId on, List<IpNetwork> networks, @Nullable String keys) {
        var ground = new Ground.Held(habilitations.find(on).orElseThrow());
        return consumers.issue(
                Actor.CONSOLE, new ConsumerDraft(ground, "Logiciel d’essai", networks, keys, 12));
    }

    String token(HabilitationId on) {
        return issue(on).token().orElseThrow();
    }

    /** One call; {@code query} is names and values in turn. */
    HttpResponse<byte[]> call(String token, String path, List<String> query, String... headers) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < query.size(); i += 2) {
            pairs.add(encoded(query.get(i)) + "=" + encoded(query.get(i + 1)));
        }
        var request =
                HttpRequest.newBuilder(
                        URI.create(
                                "http://localhost:" + port + path + "?" + String.join("&", pairs)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static JsonNode body(HttpResponse<byte[]> response) {
        return JSON.readTree(response.body());
    }

    /** The codes of an answer's errors. */
    static List<String> codes(HttpResponse<byte[]> response) {
        return body(response).path("errors").values().stream()
                .map(it -> it.path("code").asString(""))
                .toList();
    }

    static void say(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
