package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.trace.EchangeTermine;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.journal.Audience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is too large to be held leaves as it comes, minimised, after its entry; over real HTTP. */
@NullMarked
class FlowingAnswersTests extends ParticulierTest {

    private static final Set<String> FIELDS = Set.of("enfants", "quotient_familial.valeur");
    private static final String SECRET = "une précision que le contrat ne nomme pas";

    /** Of each child, in the answer; about four fifths of it may leave. */
    private static final byte[] CHILD =
            ("{\"nom_naissance\":\"FICTIF\",\"prenoms\":\""
                            + "NOAM ".repeat(40)
                            + "\",\"precision\":\""
                            + SECRET
                            + "\"}")
                    .getBytes(StandardCharsets.UTF_8);

    private static final int FIFTY_MEGABYTES = 50_000_000 / CHILD.length;
    private static final String END = "],\"quotient_familial\":{\"valeur\":742}}}";

    private final AtomicLong given = new AtomicLong();

    @SuppressWarnings("NullAway.Init") // because JUnit calls aToken first
    private String token;

    FlowingAnswersTests() throws IOException {}

    @BeforeEach
    void aToken() {
        token = tokenFor(quotient);
        persons.known.put(parent, ariane());
        journal.told.clear();
    }

    private String tokenFor(DataSet set) {
        return token(
                habilitation(city, set, FIELDS, EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER)));
    }

    /** Children without end or number, then this. */
    private void give(HttpExchange exchange, int children, String end) throws IOException {
        var out = exchange.getResponseBody();
        out.write("{\"data\":{\"enfants\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < children; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(CHILD);
            given.addAndGet(CHILD.length);
        }
        out.write(end.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<InputStream> asked() throws IOException, InterruptedException {
        return asked(quotient, token);
    }

    private HttpResponse<InputStream> asked(DataSet set, String bearer)
            throws IOException, InterruptedException {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < civil().size(); i += 2) {
            pairs.add(encoded(civil().get(i)) + "=" + encoded(civil().get(i + 1)));
        }
        var address = "http://localhost:" + port + identite(set) + "?" + String.join("&", pairs);
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + bearer)
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                BodyHandlers.ofInputStream());
    }

    @Test
    void moreThanTenMegabytesLeaveAsTheyComeAndTheEndTellsTheirDigest() throws Exception {
        var begun = new CountDownLatch(1);
        behaviour =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    give(exchange, FIFTY_MEGABYTES, "");
                    awaited(begun);
                    exchange.getResponseBody().write(END.getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                };
        var response = asked();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        assertThat(response.headers().firstValue("X-Socle-Reference")).isPresent();
        byte[] body;
        try (var in = response.body()) {
            var first = in.readNBytes(100_000);
            assertThat(journal.kinds()).containsExactly("exchange.demande", "exchange.accorde");
            assertThat(readBy("exchange.accorde", Audience.AUDITEUR))
                    .doesNotContainKey("empreinte");
            begun.countDown();
            body = joined(first, in.readAllBytes());
        }
        assertThat(body.length).isBetween(30_000_000, 45_000_000);
        var text = new String(body, StandardCharsets.UTF_8);
        assertThat(text)
                .doesNotContain("precision", SECRET)
                .endsWith("],\"quotient_familial\":{\"valeur\":742}},\"links\":{},\"meta\":{}}");
        assertThat(issue()).isEqualTo("remis");
        assertThat(readBy("exchange.termine", Audience.AUDITEUR))
                .containsEntry("remises", List.of("enfants", "quotient_familial.valeur"));
        var told = readBy("exchange.termine", Audience.PERSONNE);
        var salt = HexFormat.of().parseHex(String.valueOf(told.get("sel")));
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(salt);
        assertThat(told)
                .containsEntry("empreinte", HexFormat.of().formatHex(digest.digest(body)))
                .containsEntry("organisation", "Ville du contrat");
    }

    @Test
    void aClientThatTakesItsTimeHoldsTheProviderBackAndNotTheMemory() throws Exception {
        behaviour =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    give(exchange, 4 * FIFTY_MEGABYTES, END);
                    exchange.close();
                };
        var response = asked();
        try (var in = response.body()) {
            assertThat(in.read()).isEqualTo('{');
            await().during(Duration.ofMillis(700))
                    .atMost(Duration.ofSeconds(30))
                    .until(given::get, new Steady());
            // what is held here, and what both ends of two connections hold
            assertThat(given.get()).isLessThan(50_000_000);
            assertThat(in.transferTo(OutputStream.nullOutputStream())).isGreaterThan(120_000_000);
        }
        assertThat(issue()).isEqualTo("remis");
    }

    @Test
    void aProviderThatGivesLessThanItAnnouncedIsCutAndToldAsNotConfirmed() throws Exception {
        behaviour =
                exchange -> {
                    exchange.sendResponseHeaders(200, 2L * FIFTY_MEGABYTES * CHILD.length);
                    give(exchange, FIFTY_MEGABYTES, "");
                    exchange.close();
                };
        isCut();
    }

    @Test
    void aValueThatBreaksTheContractEndsTheAnswerWithoutTheMarkOfAWholeOne() throws Exception {
        behaviour =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    give(exchange, FIFTY_MEGABYTES, END.replace("742", "\"beaucoup\""));
                    exchange.close();
                };
        isCut();
    }

    private void isCut() throws Exception {
        try (var logged = Logged.by("fr.socle.ui.FailureWriter")) {
            isCutAndTold();
            logged.oneQuietLine("GET " + identite(quotient) + ": the answer was cut");
        }
    }

    private void isCutAndTold() throws Exception {
        var response = asked();
        assertThat(response.statusCode()).isEqualTo(200);
        try (var in = response.body()) {
            var taken = new AtomicLong();
            assertThatThrownBy(() -> drain(in, taken)).isInstanceOf(IOException.class);
            assertThat(taken.get()).isGreaterThan(10_000_000);
        }
        assertThat(issue()).isEqualTo("remise non confirmée");
        assertThat(readBy("exchange.termine", Audience.PERSONNE))
                .containsEntry("issue", "remise non confirmée")
                .doesNotContainKey("empreinte");
    }

    @Test
    void aClientThatLeavesLetsTheProviderGoToo() throws Exception {
        var abandoned = new CountDownLatch(1);
        behaviour =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try {
                        give(exchange, 10 * FIFTY_MEGABYTES, END);
                    } catch (IOException gone) {
                        abandoned.countDown();
                    }
                    exchange.close();
                };
        try (var in = asked().body()) {
            assertThat(in.readNBytes(1000)).hasSize(1000);
        }
        assertThat(abandoned.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(issue()).isEqualTo("remise non confirmée");
    }

    @Test
    void whatIsKeptForOthersAndWhatThisHouseAsksItselfIsHeldOrRefused() throws Exception {
        behaviour =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    give(exchange, FIFTY_MEGABYTES, END);
                    exchange.close();
                };
        var kept = given("quotient-familial", 1000, 60);
        assertThat(asked(kept, tokenFor(kept)).statusCode()).isGreaterThanOrEqualTo(500);
        var inside =
                habilitation(city, quotient, FIELDS, EnumSet.of(RequesterKind.USAGER_LUI_MEME));
        var answer =
                gateway.ask(
                        new Question(
                                inside,
                                quotient.code(),
                                FIELDS,
                                new Requester.UsagerLuiMeme(parent, city.id()),
                                new Question.Subject(parent, ariane()),
                                new Case.Verifie("essai/" + aReference())));
        assertThat(answer).isInstanceOf(Answer.Unavailable.class);
        assertThat(journal.kinds()).doesNotContain("exchange.accorde");
    }

    private String aReference() {
        return aCase(city, parent, true).replace("-", "");
    }

    private String issue() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> journal.told.stream().anyMatch(EchangeTermine.class::isInstance));
        return String.valueOf(readBy("exchange.termine", Audience.AUDITEUR).get("issue"));
    }

    private static void drain(InputStream in, AtomicLong taken) throws IOException {
        var some = new byte[100_000];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            taken.addAndGet(read);
        }
    }

    private static byte[] joined(byte[] first, byte[] rest) {
        var all = new byte[first.length + rest.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A number that no longer grows. */
    private static final class Steady implements java.util.function.Predicate<Long> {

        private long last = -1;

        @Override
        public boolean test(Long now) {
            var steady = now > 0 && now == last;
            last = now;
            return steady;
        }
    }
}
