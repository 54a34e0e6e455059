package fr.socle.exchange.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.socle.DelegatingJournal;
import fr.socle.PostgresTest;
import fr.socle.directory.Actor;
import fr.socle.exchange.Question.Parameter;
import fr.socle.exchange.api.Subjects;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.Library;
import fr.socle.exchange.provider.Credential;
import fr.socle.exchange.provider.ProviderClient;
import fr.socle.exchange.provider.ProviderLook;
import fr.socle.house.HouseSettings;
import fr.socle.identity.Persons;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.journal.Reference;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.form.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** No operator learns anybody's data by trying a provider. */
@NullMarked
@PostgresTest
class ConsoleTests {

    private static final String ARIANE =
            """
            nomNaissance=Fictif
            prenoms[]=Ariane
            sexeEtatCivil=F
            anneeDateNaissance=1986
            moisDateNaissance=9
            jourDateNaissance=17
            codeCogInseeCommuneNaissance=33063
            """;

    @Autowired ProviderDesk desk;
    @Autowired ProviderClient client;
    @Autowired Journal journal;

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Entry> told = new ArrayList<>();
    private final PersonRef ariane = PersonRef.fresh(new SecureRandom());
    private volatile String answer = "{\"data\":{}}";

    ConsoleTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    var bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void onlyNamesOfPlacesAreSeen() {
        answer =
                """
                {"data": {"quotient_familial": {"valeur": 742, "nir": "2860933063001"},
                 "enfants": [{"prenoms": "NOAM", "ecole": {"uai": "X"}}], "12 rue des Lilas": 1}}
                """;
        var look =
                look(false, line("http://localhost:" + server.getAddress().getPort(), ""), ARIANE);
        assertThat(look.toString())
                .contains("/data/quotient_familial/nir", "/data/enfants/*/ecole", "/data/…")
                .doesNotContain("742", "2860933063001", "NOAM", "Lilas");
        answer = "{\"data\": {\"quotient_familial\": {\"valeur\": \"sept cents\"}}}";
        var broken =
                look(false, line("http://localhost:" + server.getAddress().getPort(), ""), ARIANE);
        assertThat(broken.toString()).contains("quotient_familial.valeur").doesNotContain("sept");
    }

    @Test
    void aPersonKnownHereReadsThatTheyServedAndIsRefusedInProduction() {
        var line = line("http://localhost:" + server.getAddress().getPort(), ARIANE);
        look(false, line, ARIANE);
        assertThat(told.getLast().parts())
                .anySatisfy(
                        it -> {
                            assertThat(it.audiences()).contains(Audience.PERSONNE);
                            assertThat(it.person()).isEqualTo(ariane);
                            assertThat(it.content().toString()).contains("Vérifier la clé");
                        });
        assertThat(asked).hasValue(1);
        var form = form("");
        assertThat(console(true, journal).look(Actor.CONSOLE, line, form)).isEmpty();
        assertThat(form.error("test").orElseThrow().key()).isEqualTo("exchange.console.someone");
        assertThat(asked).hasValue(1);
    }

    @Test
    void inProductionNobodyIsAskedAboutButTheTestCase() {
        var line = line("http://localhost:" + server.getAddress().getPort(), "nomNaissance=TEST");
        look(true, line, ARIANE);
        assertThat(told.getLast().parts())
                .noneMatch(it -> it.audiences().contains(Audience.PERSONNE));
        assertThat(told.getLast().parts().toString()).contains("cas-configure=true");
        var none = line("http://localhost:" + server.getAddress().getPort(), "");
        var form = form(ARIANE);
        assertThat(console(true, journal).look(Actor.CONSOLE, none, form)).isEmpty();
        assertThat(form.error("test").orElseThrow().key()).isEqualTo("exchange.console.nobody");
    }

    @Test
    void withoutAnEntryNobodyIsAsked() {
        var line = line("http://localhost:" + server.getAddress().getPort(), "nomNaissance=TEST");
        var broken =
                new DelegatingJournal(journal) {
                    @Override
                    public Reference appendAlone(Entry entry) {
                        throw new DataAccessResourceFailureException("the disk is full");
                    }
                };
        assertThatThrownBy(() -> console(false, broken).look(Actor.CONSOLE, line, form("a=b")))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aReasonARecipientAndATestCaseAreNeeded() {
        var line = line("http://localhost:" + server.getAddress().getPort(), "");
        for (var typed :
                List.of(
                        Map.of("reason", "court", "recipient", "13002526500013", "test", "a=b"),
                        Map.of("reason", "Vérifier la clé", "recipient", "1", "test", "a=b"),
                        Map.of("reason", "Vérifier la clé", "recipient", "13002526500013"),
                        Map.of(
                                "reason",
                                "x".repeat(501),
                                "recipient",
                                "13002526500013",
                                "test",
                                "a=b"))) {
            var form = Form.blank(typed);
            assertThat(console(false, journal).look(Actor.CONSOLE, line, form)).isEmpty();
            assertThat(form.ok()).isFalse();
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void anAddressOfAPrivateNetworkIsNotCalled() {
        var look = look(false, line("https://10.255.255.1", ""), "nomNaissance=TEST");
        assertThat(look).isInstanceOf(ProviderLook.Failed.class);
        assertThat(look.toString()).contains("UNKNOWN_HOST");
    }

    private ProviderLook look(boolean production, ProviderLine line, String test) {
        var form = form(test);
        var look = console(production, journal).look(Actor.CONSOLE, line, form);
        return look.orElseThrow(() -> new AssertionError(form.errors().toString()));
    }

    private static Form form(String test) {
        return Form.blank(
                Map.of("reason", "Vérifier la clé", "recipient", "13002526500013", "test", test));
    }

    private Console console(boolean production, Journal real) {
        var recorded =
                new DelegatingJournal(real) {
                    @Override
                    public Reference appendAlone(Entry entry) {
                        var reference = super.appendAlone(entry);
                        told.add(entry);
                        return reference;
                    }
                };
        var house =
                new HouseSettings(1, null, Path.of("x"), null, null, null, null, true, production);
        return new Console(
                desk, client, new Subjects(new OnlyAriane(), Clock.systemUTC()), recorded, house);
    }

    private final class OnlyAriane implements Persons {
        @Override
        public Optional<PersonRef> personOf(String clientId, String sub) {
            return Optional.empty();
        }

        @Override
        public Optional<PersonRef> personOf(IdentitePivot identity) {
            return identity.familyName().equals("Fictif") ? Optional.of(ariane) : Optional.empty();
        }

        @Override
        public Set<PersonRef> successors(PersonRef person) {
            return Set.of(person);
        }
    }

    /** A provider that is there, with this test case. */
    private ProviderLine line(String base, String test) {
        var like = Library.find("quotient-familial").orElseThrow();
        var code = "essai-" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x";
        var address =
                new DataSet.Address(
                        like.address().api(), "/v9/" + code, like.address().by(), false, List.of());
        var set =
                new DataSet(
                        code, like.title(), address, like.source(), like.terms(), like.fields());
        var parameters =
                test.lines()
                        .map(it -> it.split("="))
                        .map(it -> new Parameter(it[0], it[1]))
                        .toList();
        var draft = new ProviderDraft("Essai", base, set, parameters);
        desk.add(Actor.CONSOLE, draft, new Credential.Bearer());
        return desk.find(code).orElseThrow();
    }
}
