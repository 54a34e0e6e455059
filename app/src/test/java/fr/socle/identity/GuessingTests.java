package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.SignsIn;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever guesses is held up, and nobody else is. Each test guesses from an address of its own, so
 * that no other test of this house pays for it.
 */
@NullMarked
class GuessingTests extends OperatorTest {

    private static final int SAME = 20;
    private static final int ADDRESS = 300;
    private static final String WRONG = "faux";
    private static final String KEY = "/connexion/operateur/cle";

    @Autowired Clients clients;

    private record Service(Client client, String secret) {}

    private Service registered() {
        var client =
                Services.client(
                        Federation.CITOYENS,
                        Set.of("openid"),
                        Services.POST,
                        Services.rules(Profile.OPENID));
        return new Service(client, clients.register(client).orElseThrow());
    }

    private static HttpClient at(String address) {
        return HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)).build();
    }

    private HttpResponse<String> ask(
            HttpClient from, String path, String clientId, String secret, String code) {
        var form = new LinkedHashMap<String, String>();
        if (path.equals("/token")) {
            form.put("grant_type", "authorization_code");
            form.put("code", code);
            form.put("redirect_uri", "https://service.example/retour");
        } else {
            form.put("token", code);
        }
        form.put("client_id", clientId);
        form.put("client_secret", secret);
        var address = URI.create(base() + Federation.CITOYENS.base() + path);
        return send(
                from,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        fr.socle.identity.broker.OpenIdClient.encoded(form))));
    }

    private HttpResponse<String> token(HttpClient from, String clientId, String secret) {
        return ask(from, "/token", clientId, secret, "inconnu-" + UUID.randomUUID());
    }

    private static HttpResponse<String> send(HttpClient from, HttpRequest.Builder request) {
        try {
            return from.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String error(HttpResponse<String> answer) {
        return RelyingParty.read(answer).text("error");
    }

    @ParameterizedTest
    @CsvSource({
        "/token,127.0.1.1",
        "/token/introspection,127.0.1.2",
        "/token/revocation,127.0.1.3",
        "/checktoken,127.0.1.4"
    })
    void aWrongSecretTooOftenIsToldToWaitAndTheServiceGoesOnElsewhere(String path, String address) {
        var service = registered();
        var id = service.client().clientId();
        var from = at(address);
        for (int i = 0; i < SAME; i++) {
            assertThat(token(from, id, WRONG).statusCode()).isEqualTo(401);
        }
        // because what opens one door opens all, they are counted together
        var answer = ask(from, path, id, service.secret(), "inconnu");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(error(answer)).isEqualTo("temporarily_unavailable");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 15);
        assertThat(error(token(at("127.0.1.9"), id, service.secret()))).isEqualTo("invalid_grant");
        var neighbour = registered();
        assertThat(error(token(from, neighbour.client().clientId(), neighbour.secret())))
                .isEqualTo("invalid_grant");
    }

    @Test
    void manyNamesFromOneAddressHoldUpStrangersThereAndNotWhoWasRight() {
        var from = at("127.0.1.5");
        var known = registered();
        assertThat(error(token(from, known.client().clientId(), known.secret())))
                .isEqualTo("invalid_grant");
        int wrong = 0;
        while (token(from, "inconnu-" + wrong, WRONG).statusCode() == 401) {
            wrong++;
        }
        // because one more comes back each second
        assertThat(wrong).isBetween(ADDRESS, 2 * ADDRESS);
        assertThat(error(token(from, known.client().clientId(), known.secret())))
                .isEqualTo("invalid_grant");
        assertThat(token(at("127.0.1.6"), "encore-un", WRONG).statusCode()).isEqualTo(401);
    }

    @Test
    void ofAHundredAtOnceOnlySoManyLearnThatTheyWereWrong() {
        var id = registered().client().clientId();
        var from = at("127.0.1.7");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 100)
                            .mapToObj(_ -> threads.submit(() -> token(from, id, WRONG)))
                            .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get().statusCode());
            }
            assertThat(statuses).containsOnly(401, 429);
            // because one more comes back each quarter of a minute
            assertThat(statuses.stream().filter(it -> it == 401)).hasSizeBetween(SAME, SAME + 1);
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aDeadCodeAgainAndAgainIsHeldUpAndTheNextCodeIsNot() {
        var service = registered();
        var id = service.client().clientId();
        var from = at("127.0.1.8");
        for (int i = 0; i < SAME; i++) {
            assertThat(error(ask(from, "/token", id, service.secret(), "mort")))
                    .isEqualTo("invalid_grant");
        }
        assertThat(ask(from, "/token", id, service.secret(), "mort").statusCode()).isEqualTo(429);
        for (int i = 0; i < 3 * SAME; i++) {
            assertThat(error(token(from, id, service.secret()))).isEqualTo("invalid_grant");
        }
    }

    @Test
    void aWrongTokenOfTheApisIsHeldUpAndTheRightOneIsNot() {
        var from = at("127.0.1.10");
        for (int i = 0; i < SAME; i++) {
            assertThat(api(from, "socle_faux").statusCode()).isEqualTo(401);
        }
        var answer = api(from, "socle_faux");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("application/problem+json"));
        var right = tokens.createForOperator("essai", Duration.ofHours(1));
        assertThat(api(from, right).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> api(HttpClient from, String token) {
        return send(
                from,
                HttpRequest.newBuilder(URI.create(base() + "/api/identity/v1/keys"))
                        .header("Authorization", "Bearer " + token)
                        .GET());
    }

    @Test
    void whoTypesWrongRecoveryCodesReadsWhenToComeBack() throws IOException {
        var browser = SignsIn.browser();
        browser.getOptions().setLocalAddress(InetAddress.ofLiteral("127.0.1.11"));
        HtmlPage proof = open(browser, "/connexion/operateur");
        for (int i = 0; i < SAME; i++) {
            var form = formTo(proof, "/connexion/operateur/secours");
            proof = send(form, Map.of("code", "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ"));
            assertThat(status(proof)).isEqualTo(422);
        }
        var held = send(formTo(proof, "/connexion/operateur/secours"), Map.of("code", "ZZZZZ"));
        assertThat(status(held)).isEqualTo(429);
        assertThat(held.asNormalizedText()).contains("Attendez une minute");
        assertThat(held.getWebResponse().getResponseHeaderValue("Retry-After")).isNotNull();
        assertThat(status(prove(SignsIn.browser(), "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ"))).isEqualTo(422);
    }

    @Test
    void whoShowsWrongKeysReadsWhenToComeBack() throws IOException {
        var browser = SignsIn.browser();
        browser.getOptions().setLocalAddress(InetAddress.ofLiteral("127.0.1.13"));
        HtmlPage proof = open(browser, "/connexion/operateur");
        for (int i = 0; i < SAME; i++) {
            proof = send(formTo(proof, KEY), Map.of("signature", "AAAA"));
            assertThat(status(proof)).isEqualTo(422);
        }
        var held = send(formTo(proof, KEY), Map.of("signature", "AAAA"));
        assertThat(status(held)).isEqualTo(429);
        assertThat(held.asNormalizedText()).contains("Attendez une minute");
        assertThat(held.getWebResponse().getResponseHeaderValue("Retry-After")).isNotNull();
        var elsewhere = open(SignsIn.browser(), "/connexion/operateur");
        assertThat(status(send(formTo(elsewhere, KEY), Map.of("signature", "AAAA"))))
                .isEqualTo(422);
    }

    @Test
    void anOperatorCannotGuessTheCodesOfSignIns() {
        var guessing = tokens.createForOperator("qui devine", Duration.ofHours(1));
        var from = at("127.0.1.12");
        for (int i = 0; i < SAME; i++) {
            assertThat(person(from, guessing).statusCode()).isEqualTo(404);
        }
        assertThat(person(from, guessing).statusCode()).isEqualTo(429);
        var another = tokens.createForOperator("un autre", Duration.ofHours(1));
        assertThat(person(from, another).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> person(HttpClient from, String token) {
        return send(
                from,
                HttpRequest.newBuilder(
                                URI.create(base() + "/api/identity/v1/people/2345-6789-ABCD"))
                        .header("Authorization", "Bearer " + token)
                        .GET());
    }
}
