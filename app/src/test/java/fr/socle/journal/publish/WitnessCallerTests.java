package fr.socle.journal.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import fr.socle.PostgresTest;
import fr.socle.house.DataFolder;
import fr.socle.journal.Essai;
import fr.socle.journal.Journal;
import fr.socle.journal.JournalSettings;
import fr.socle.journal.format.NoteSigner;
import fr.socle.journal.format.VerifierKey;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.TileStore;
import fr.socle.journal.witness.Witness;
import fr.socle.journal.witness.WitnessServer;
import fr.socle.kernel.PersonRef;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two witnesses, of which the first one asked is bad: the other is asked all the same. */
@PostgresTest
class WitnessCallerTests {

    private static final VerifierKey BAD =
            NoteSigner.fresh("mauvais.exemple.fr", VerifierKey.Type.WITNESS).verifier();

    @Autowired Journal journal;
    @Autowired LogStore logs;
    @Autowired TileStore tiles;
    @Autowired CheckpointStore checkpoints;
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "200, nothing of a note",
        "200, — mauvais.exemple.fr AAAAAAAA",
        "200, TOO MUCH",
        "409, not a size",
        "409, 1",
        "409, 99999999999999999999",
        "500, out of order",
    })
    void aBadAnswerIsNotKeptAndDoesNotSilenceTheNext(int status, String answer) throws Exception {
        var body = answer.equals("TOO MUCH") ? "x".repeat(200_000) : answer;
        var bad = HttpServer.create(new InetSocketAddress("localhost", 0), 8);
        bad.createContext(
                "/",
                exchange -> {
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        bad.start();
        try {
            theSecondCosignsThough(bad.getAddress().getPort());
        } finally {
            bad.stop(0);
        }
    }

    @Test
    void oneThatIsAwayOrSaysNothingDoesNotSilenceTheNext() throws Exception {
        try (var mute = new java.net.ServerSocket(0)) {
            theSecondCosignsThough(mute.getLocalPort());
        }
        theSecondCosignsThough(1);
    }

    private void theSecondCosignsThough(int badPort) throws Exception {
        journal.appendAlone(Essai.erasable(new PersonRef(UUID.randomUUID()), "à cosigner"));
        var log = logs.current().orElseThrow();
        await().atMost(Duration.ofSeconds(10)).until(() -> checkpoints.last(log.log()).isPresent());
        var asked = checkpoints.last(log.log()).orElseThrow().size();
        var good =
                Witness.open(
                        "bon.exemple.fr",
                        List.of(log.verifier()),
                        new DataFolder(folder.resolve(UUID.randomUUID().toString())),
                        Clock.systemUTC());
        try (var server = WitnessServer.start(good, new InetSocketAddress("localhost", 0))) {
            new WitnessCaller(
                            settings(
                                    "http://localhost:" + badPort + " " + BAD.text(),
                                    "http://localhost:" + server.port() + " " + good.key().text()),
                            logs,
                            tiles,
                            checkpoints)
                    .call();
        }
        assertThat(checkpoints.cosignedBy(log.log(), good.key())).isGreaterThanOrEqualTo(asked);
        assertThat(checkpoints.cosignedBy(log.log(), BAD)).isZero();
    }

    private static JournalSettings settings(String... witnesses) {
        var second = Duration.ofSeconds(1);
        return new JournalSettings(null, second, second, List.of(witnesses), second, second);
    }
}
