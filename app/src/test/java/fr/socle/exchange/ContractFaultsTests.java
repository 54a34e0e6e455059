package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.journal.Audience;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What consumers are told when a provider, the journal or they themselves misbehave. */
@NullMarked
class ContractFaultsTests extends ParticulierTest {

    ContractFaultsTests() throws IOException {}

    @Test
    void theSameCallUnderWayIsAConflictAndAnotherIsNot() throws Exception {
        var arrived = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        behaviour =
                exchange -> {
                    arrived.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    say(exchange, 200, QUOTIENT);
                };
        var token = token(declared);
        var first = CompletableFuture.supplyAsync(() -> particulier(token));
        arrived.await();
        var second = particulier(token(declared));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(codes(second)).containsExactly("00015");
        go.countDown();
        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(particulier(token).statusCode()).isEqualTo(200);
    }

    @Test
    void whoAsksTooOftenWaitsForTheNextMinute() {
        var seldom = given("quotient-familial", 2);
        var token =
                token(
                        habilitation(
                                city,
                                seldom,
                                VALUE,
                                EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER)));
        HttpResponse<byte[]> last = call(token, identite(seldom), civil());
        for (int i = 0; i < 5; i++) {
            last = call(token, identite(seldom), civil());
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(codes(last)).containsExactly("00429");
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(last.headers().firstValue("RateLimit-Remaining")).contains("0");
    }

    @Test
    void anAddressThatNobodyServesHasTheContractsError() {
        var token = token(declared);
        for (var path :
                List.of("/v3/ademe/x", "/v4/", quotient.address().path(), identite() + "/x")) {
            assertThat(codes(call(token, path, civil()))).as(path).containsExactly("00404");
        }
    }

    @Test
    void withoutJournalNothingIsReleased() {
        journal.broken = "exchange.accorde";
        var response = particulier(token(declared));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(text(response)).doesNotContain("742");
    }

    @Test
    void aProviderThatMisbehavesIsToldByItsCodeAndNothingOfItLeaves() {
        var token = token(declared);
        var cases = new HashMap<Behaviour, String>();
        cases.put(it -> say(it, 302, "ailleurs"), "37999");
        cases.put(
                it -> say(it, 200, "{\"data\":{\"quotient_familial\":{\"valeur\":\"742\"}}}"),
                "37999");
        cases.put(it -> say(it, 200, "<html>742"), "37999");
        cases.put(it -> say(it, 401, ""), "37006");
        cases.put(
                it -> {
                    it.sendResponseHeaders(200, 5000);
                    it.getResponseBody().write(QUOTIENT.getBytes(StandardCharsets.UTF_8));
                    it.close();
                },
                "00501");
        cases.forEach(
                (each, code) -> {
                    behaviour = each;
                    var response = particulier(token);
                    assertThat(codes(response)).containsExactly(code);
                    assertThat(text(response)).doesNotContain("742");
                });
        assertThat(journal.kinds()).doesNotContain("exchange.accorde");
    }

    /** More often than a provider may fail before it is spared. */
    @Test
    void aDeathIsNoFailureAndTheProvidersWordsAreForNobody() {
        behaviour =
                it ->
                        say(
                                it,
                                404,
                                "{\"errors\":[{\"code\":\"37503\",\"title\":\"Personne décédée\",\"detail\":\"Ariane FICTIF, décédée\"}]}");
        var token = token(declared);
        for (int time = 0; time < 12; time++) {
            var response = particulier(token);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(codes(response)).containsExactly("37003");
            assertThat(text(response)).doesNotContain("décéd", "FICTIF");
        }
        assertThat(asked).hasValue(12);
    }

    @Test
    void outsideItsHoursAProviderIsNotAskedAndThePersonReadsOfIt() {
        persons.known.put(parent, ariane());
        var hour = LocalTime.now(ZoneId.of("Europe/Paris")).truncatedTo(ChronoUnit.MINUTES);
        var closed = within(hour.plusHours(2), hour.plusHours(3));
        var response = call(tokenFor(closed), identite(closed), civil());
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(codes(response)).containsExactly("37020");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(asked).hasValue(0);
        assertThat(readBy("exchange.termine", Audience.PERSONNE))
                .containsEntry("issue", "indisponible");
        var open = within(hour.minusHours(1), hour.plusHours(1));
        assertThat(call(tokenFor(open), identite(open), civil()).statusCode()).isEqualTo(200);
    }

    private String tokenFor(DataSet set) {
        return token(
                habilitation(city, set, VALUE, EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER)));
    }

    /** A data set that is given between these hours of Paris. */
    private DataSet within(LocalTime opens, LocalTime closes) {
        var like = given("quotient-familial", 1000);
        var set =
                new DataSet(
                        like.code(),
                        like.title(),
                        like.address(),
                        like.source(),
                        new DataSet.Terms(like.terms().secrecy(), opens, closes, 1000),
                        like.fields());
        var base = providers.provider(set.code()).orElseThrow().base();
        providers.register(set, "Fournisseur simulé", base, "secret");
        return set;
    }

    @Test
    void anAnswerOfNineMegabytesIsMinimisedLikeAnyOther() {
        var much =
                "{\"data\":{\"autre\":\""
                        + "x".repeat(9_000_000)
                        + "\",\"quotient_familial\":{\"valeur\":742}}}";
        behaviour = it -> say(it, 200, much);
        assertThat(text(particulier(token(declared)))).hasSizeLessThan(100).contains("742");
    }

    @Test
    void whetherAProviderAnswersIsToldToEveryone() {
        var ping = "/pings/" + quotient.code();
        assertThat(body(call("", ping, List.of())).path("status").asString(""))
                .isEqualTo("unknown");
        particulier(token(declared));
        var good = call("", ping, List.of());
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(body(good).path("status").asString("")).isEqualTo("ok");
        behaviour = it -> say(it, 503, "");
        particulier(token(declared));
        var bad = call("", ping, List.of());
        assertThat(bad.statusCode()).isEqualTo(502);
        assertThat(body(bad).path("last_ok_status").asString(""))
                .isEqualTo(body(good).path("last_update").asString("x"));
        assertThat(call("", "/pings/inconnu", List.of()).statusCode()).isEqualTo(404);
        assertThat(body(call("", "/pings", List.of())).has(quotient.code())).isTrue();
    }
}
