package fr.socle.exchange.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.socle.exchange.Answer.Failure;
import fr.socle.exchange.Question.Search;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.DataSet.Field;
import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.CodePays;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.Siret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A provider that is slow, down, lying or talkative, over real HTTP. */
@NullMarked
class ProviderClientTests {

    private static final Duration CAP = Duration.ofMillis(600);
    private static final Siret RECIPIENT = new Siret("99900001100018");
    private static final IdentitePivot IDENTITY =
            new IdentitePivot(
                    "Thi Mai",
                    "Nguyen & Fictive",
                    new BirthDate.Month(YearMonth.of(1974, 8)),
                    Gender.FEMALE,
                    new BirthPlace.Abroad(new CodePays("99243")));
    private static final DataSet SET =
            new DataSet(
                    "essai",
                    "Essai",
                    new DataSet.Address(
                            DataSet.Api.PARTICULIER,
                            "/v3/essai",
                            DataSet.Identification.PIVOT,
                            false,
                            List.of()),
                    new DataSet.Source("99", "ESSAI", "/v3/qf"),
                    new DataSet.Terms(DataSet.Secrecy.PERSONNEL, null, null, 60),
                    List.of(
                            field("qf.valeur", DataKind.NUMBER, "/data/qf/valeur"),
                            field("qf.caisse", DataKind.TEXT, "/data/qf/caisse"),
                            field("ouvert", DataKind.FLAG, "/data/ouvert"),
                            field("depuis", DataKind.DATE, "/data/depuis"),
                            field(
                                    "enfants",
                                    DataKind.RECORDS,
                                    "/data/enfants/*/prenoms",
                                    "/data/enfants/*/ecole/nom")));
    private static final Set<String> ALL =
            Set.of("qf.valeur", "qf.caisse", "ouvert", "depuis", "enfants");

    private static Field field(String code, DataKind kind, String... pointers) {
        return new Field(code, code, "essai", kind, List.of(pointers));
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private HttpServer server;
    private Handler handler = _ -> {};
    private final AtomicInteger asked = new AtomicInteger();
    private final ProviderClient client =
            new ProviderClient(
                    JsonMapper.builder().build(),
                    Clock.systemUTC(),
                    CAP,
                    SystemDefaultDnsResolver.INSTANCE);

    ProviderClientTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    handler.handle(exchange);
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itIsAskedAsApiParticulierIsAsked() {
        var seen = new StringBuilder();
        handler =
                exchange -> {
                    seen.append(exchange.getRequestURI().getRawQuery())
                            .append(' ')
                            .append(exchange.getRequestHeaders().getFirst("Authorization"));
                    answer(exchange, 200, "{\"data\":{}}");
                };
        ask();
        assertThat(URLDecoder.decode(seen.toString(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "nomNaissance=Nguyen & Fictive&prenoms[]=Thi&prenoms[]=Mai"
                                + "&anneeDateNaissance=1974&moisDateNaissance=8&sexeEtatCivil=F"
                                + "&codeCogInseePaysNaissance=99243&recipient=99900001100018"
                                + " Bearer secret");
    }

    @Test
    void whatTheContractNamesIsReadAndNothingElse() {
        body(
                """
                {"data": {"qf": {"valeur": 742.1234567890123456789, "caisse": null, "secret": 1}, "ouvert": true,
                 "depuis": "2026-01-31", "autre": {"x": [1]},
                 "enfants": [{"prenoms": "NOAM", "nir": "1", "ecole": {"nom": "A", "uai": "B"}}]},
                 "links": {}, "meta": {}}
                """);
        var found = (ProviderAnswer.Found) ask();
        assertThat(found.document().facts())
                .isEqualTo(
                        Map.of(
                                "qf.valeur", "742.1234567890123456789",
                                "ouvert", "true",
                                "depuis", "2026-01-31",
                                "enfants", "[{\"ecole\":{\"nom\":\"A\"},\"prenoms\":\"NOAM\"}]"));
        assertThat(found.beyond()).isEqualTo(4);
        assertThat(found.sourceTime()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void aFactWrittenInAnotherWayBreaksTheContract() {
        for (var lie :
                List.of(
                        "{\"qf\": {\"valeur\": \"742\"}}",
                        "{\"qf\": {\"valeur\": 1e99999}}",
                        "{\"qf\": {\"valeur\": 1, \"valeur\": 2}}",
                        "{\"ouvert\": \"oui\"}",
                        "{\"depuis\": \"hier\"}",
                        "\"742\"",
                        "null")) {
            body("{\"data\": " + lie + "}");
            assertThat(ask()).as(lie).isInstanceOf(ProviderAnswer.Failed.class);
        }
        for (var nonsense : List.of("", "<html>", "{", "[]", "{}", "{\"data\":{}} {}")) {
            body(nonsense);
            assertThat(ask()).as(nonsense).isInstanceOf(ProviderAnswer.Failed.class);
        }
    }

    @Test
    void whatLiesElsewhereThanTheContractSaysStaysBehind() {
        body(
                """
                {"data": {"qf": {"valeur": {"valeur": 742}, "caisse": ["CNAF"]}, "ouvert": {}, "depuis": [[]],
                 "enfants": ["NOAM", {"prenoms": {"nir": "1"}, "ecole": "A"}, [{"prenoms": "LOU"}], null]},
                 "data2": {"qf": {"valeur": 742}}, "meta": {"nir": "1"}}
                """);
        var found = (ProviderAnswer.Found) ask();
        assertThat(new String(found.document().json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"data\":{\"qf\":{},\"enfants\":[{},null]},\"meta\":{},\"links\":{}}");
        assertThat(found.document().facts().keySet()).containsExactly("enfants");
    }

    @Test
    void aFieldThatWasNotGrantedStaysBehindWhateverItHolds() {
        body("{\"data\": {\"qf\": {\"valeur\": 742, \"caisse\": 12}, \"enfants\": [{}]}}");
        var found = (ProviderAnswer.Found) ask(Set.of("qf.valeur"));
        assertThat(new String(found.document().json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"data\":{\"qf\":{\"valeur\":742}},\"links\":{},\"meta\":{}}");
        assertThat(found.document().fields()).containsExactly("qf.valeur");
        assertThat(found.beyond()).isZero();
    }

    @Test
    void aKeyGoesIntoItsHeader() {
        var seen = new StringBuilder();
        handler =
                exchange -> {
                    seen.append(exchange.getRequestHeaders().getFirst("X-Cle"))
                            .append(exchange.getRequestHeaders().get("Authorization"));
                    answer(exchange, 200, "{\"data\":{}}");
                };
        assertThat(ask(new Credential.InHeader("X-Cle"))).isInstanceOf(ProviderAnswer.Found.class);
        assertThat(seen.toString()).isEqualTo("secretnull");
    }

    @Test
    void aTokenOfClientCredentialsIsAskedOnceAndAgainWhenItIsRefused() {
        var given = new AtomicInteger();
        handler =
                exchange -> {
                    var header = exchange.getRequestHeaders().getFirst("Authorization");
                    if (exchange.getRequestURI().getPath().equals("/token")) {
                        var basic = "moi:secret".getBytes(StandardCharsets.UTF_8);
                        var known =
                                ("Basic " + Base64.getEncoder().encodeToString(basic))
                                        .equals(header);
                        var token =
                                "{\"access_token\":\"t"
                                        + given.incrementAndGet()
                                        + "\",\"expires_in\":600}";
                        answer(exchange, known ? 200 : 401, token);
                    } else {
                        var good =
                                "Bearer t1".equals(header) && given.get() == 1 && asked.get() < 4;
                        answer(
                                exchange,
                                good || "Bearer t2".equals(header) ? 200 : 401,
                                "{\"data\":{}}");
                    }
                };
        var by =
                new Credential.ClientCredentials(
                        URI.create("http://localhost:" + server.getAddress().getPort() + "/token"),
                        "moi",
                        "lire");
        assertThat(ask(by)).isInstanceOf(ProviderAnswer.Found.class);
        assertThat(ask(by)).isInstanceOf(ProviderAnswer.Found.class);
        assertThat(given).hasValue(1);
        assertThat(ask(by)).isInstanceOf(ProviderAnswer.Failed.class);
        assertThat(ask(by)).isInstanceOf(ProviderAnswer.Found.class);
        assertThat(given).hasValue(2);
        handler = exchange -> answer(exchange, 500, "");
        var elsewhere = new Credential.ClientCredentials(by.tokenUrl(), "autre", "");
        assertThat(ask(elsewhere))
                .isInstanceOfSatisfying(
                        ProviderAnswer.Failed.class,
                        it -> assertThat(it.failure()).isEqualTo(Failure.KEEPS_US_OUT));
    }

    @Test
    void anUnknownPersonIsNotAFailure() {
        handler = exchange -> answer(exchange, 404, error("37003", "{}"));
        assertThat(ask()).isEqualTo(new ProviderAnswer.NotFound(false));
        handler = exchange -> answer(exchange, 404, error("37015", "{}"));
        assertThat(ask()).isEqualTo(new ProviderAnswer.NotFound(true));
        handler = exchange -> answer(exchange, 422, error("00366", "{}"));
        assertThat(ask()).isEqualTo(new ProviderAnswer.NotFound(false));
    }

    @Test
    void aRefusedTokenAMissingPageAndAWrongRecipientAreFailures() {
        for (var wrong :
                Map.of(401, "00101", 403, "00100", 422, "00210", 404, "00000").entrySet()) {
            handler = exchange -> answer(exchange, wrong.getKey(), error(wrong.getValue(), "{}"));
            assertThat(ask()).as("%s", wrong).isInstanceOf(ProviderAnswer.Failed.class);
        }
        handler = exchange -> answer(exchange, 302, "");
        assertThat(ask()).isInstanceOf(ProviderAnswer.Failed.class);
    }

    @Test
    void theProvidersWaitIsKept() {
        handler = exchange -> answer(exchange, 503, error("37001", "{\"retry_in\": 90}"));
        assertThat(ask())
                .isInstanceOfSatisfying(
                        ProviderAnswer.Failed.class,
                        it -> assertThat(it.retryIn()).isEqualTo(Duration.ofSeconds(90)));
        handler =
                exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", "20");
                    answer(exchange, 429, "busy");
                };
        assertThat(ask())
                .isInstanceOfSatisfying(
                        ProviderAnswer.Failed.class,
                        it -> assertThat(it.retryIn()).isEqualTo(Duration.ofSeconds(20)));
    }

    @Test
    void aSlowAnswerAndASlowBodyEndWithTheCap() {
        handler =
                exchange -> {
                    pause(5 * CAP.toMillis());
                    answer(exchange, 200, "{\"data\":{}}");
                };
        assertThat(timed()).isLessThan(CAP.multipliedBy(3));
        handler =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    pause(5 * CAP.toMillis());
                    exchange.close();
                };
        assertThat(timed()).isLessThan(CAP.multipliedBy(3));
    }

    @Test
    void anEndlessBodyIsNotRead() {
        handler =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    var much = new byte[1_000_000];
                    for (int i = 0; i < 12; i++) {
                        exchange.getResponseBody().write(much);
                    }
                    exchange.close();
                };
        assertThat(ask()).isInstanceOf(ProviderAnswer.Failed.class);
    }

    @Test
    void aProviderThatIsNotThereFailsAtOnce() {
        server.stop(0);
        assertThat(timed()).isLessThan(CAP.multipliedBy(2));
    }

    @Test
    void aProviderThatIsDownIsSparedAndAskedAgainLater() throws InterruptedException {
        var breakers = new Breakers(Duration.ofMillis(200));
        handler = exchange -> answer(exchange, 503, "");
        for (int i = 0; i < 20; i++) {
            assertThat(breakers.through("essai", this::ask))
                    .isInstanceOf(ProviderAnswer.Failed.class);
        }
        assertThat(asked).hasValueLessThan(10);
        assertThat(breakers.spares("essai")).isTrue();
        assertThat(breakers.spares("un autre")).isFalse();
        body("{\"data\":{}}");
        Thread.sleep(300);
        assertThat(breakers.spares("essai")).isFalse();
        assertThat(breakers.through("essai", this::ask)).isInstanceOf(ProviderAnswer.Found.class);
        assertThat(breakers.spares("essai")).isFalse();
    }

    private Duration timed() {
        var start = Instant.now();
        assertThat(ask()).isInstanceOf(ProviderAnswer.Failed.class);
        return Duration.between(start, Instant.now());
    }

    private ProviderAnswer ask() {
        return ask(ALL);
    }

    private ProviderAnswer ask(Credential credential) {
        var base = "http://localhost:" + server.getAddress().getPort();
        var provider = new Provider(SET, "Essai", base, credential, "secret");
        return client.ask(provider, new Search.Pivot(IDENTITY), RECIPIENT, ALL);
    }

    private ProviderAnswer ask(Set<String> fields) {
        var base = "http://localhost:" + server.getAddress().getPort();
        var provider = new Provider(SET, "Essai", base, "secret");
        return client.ask(provider, new Search.Pivot(IDENTITY), RECIPIENT, fields);
    }

    private void body(String json) {
        handler = exchange -> answer(exchange, 200, json);
    }

    private static String error(String code, String meta) {
        return "{\"errors\":[{\"code\":\"%s\",\"meta\":%s}]}".formatted(code, meta);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
