package fr.socle.journal.witness;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.house.DataFolder;
import fr.socle.journal.Hash;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Cosignature;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.NoteSigner;
import fr.socle.journal.format.SignedNote;
import fr.socle.journal.format.VerifierKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness over real HTTP, as c2sp.org/tlog-witness describes it. */
class WitnessTests {

    private static final String ORIGIN = "exemple.fr/journal/1";

    private final NoteSigner log = NoteSigner.fresh(ORIGIN, VerifierKey.Type.LOG);
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir Path folder;

    private Witness witness;
    private WitnessServer server;

    @BeforeEach
    void start() throws IOException {
        open();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itCosignsALogThatOnlyGrows() throws Exception {
        var old = 0;
        for (int size : List.of(1, 2, 7, 7, 300)) {
            var answer = send(old, old, size);
            assertThat(answer.statusCode()).isEqualTo(200);
            var line = SignedNote.Line.parse(answer.body().strip());
            assertThat(Cosignature.verify(checkpoint(size), line, witness.key())).isPresent();
            old = size;
        }
    }

    @Test
    void itRemembersAcrossARestartAndSaysWhatItSaw() throws Exception {
        send(0, 0, 10);
        server.close();
        open();
        var answer = send(0, 0, 12);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo("10\n");
        assertThat(send(10, 10, 12).statusCode()).isEqualTo(200);
    }

    @Test
    void itRefusesALogThatGoesBackOrForks() throws Exception {
        send(0, 0, 10);
        assertThat(send(10, 10, 5).statusCode()).isEqualTo(400);
        assertThat(send(5, 5, 8).statusCode()).isEqualTo(409);
        assertThat(post("old 10\n\n" + note(new Checkpoint(ORIGIN, 10, Merkle.EMPTY))).statusCode())
                .isEqualTo(409);
        assertThat(send(10, 9, 12).statusCode()).isEqualTo(422);
    }

    @Test
    void itKnowsOnlyTheLogsAndKeysThatItWasGiven() throws Exception {
        var elsewhere = new Checkpoint("ailleurs.fr/journal", 1, root(1));
        assertThat(
                        post("old 0\n\n"
                                        + new SignedNote(
                                                        elsewhere.text(),
                                                        List.of(log.sign(elsewhere)))
                                                .write())
                                .statusCode())
                .isEqualTo(404);
        var impostor = NoteSigner.fresh(ORIGIN, VerifierKey.Type.LOG);
        var signed =
                new SignedNote(checkpoint(1).text(), List.of(impostor.sign(checkpoint(1)))).write();
        assertThat(post("old 0\n\n" + signed).statusCode()).isEqualTo(403);
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        for (var body :
                List.of(
                        "",
                        "old",
                        "old x\n\n" + note(checkpoint(1)),
                        "old 01\n\n" + note(checkpoint(1)),
                        "old -1\n\n",
                        "old 0\nzzz\n\n" + note(checkpoint(1)),
                        "old 0\n" + "AAAA\n".repeat(70) + "\n" + note(checkpoint(1)))) {
            assertThat(post(body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(post("x".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    private void open() throws IOException {
        witness =
                Witness.open(
                        "temoin.exemple.fr",
                        List.of(log.verifier()),
                        new DataFolder(folder),
                        Clock.systemUTC());
        server = WitnessServer.start(witness, new InetSocketAddress("localhost", 0));
    }

    private HttpResponse<String> send(long told, int from, int size) throws Exception {
        var body = new StringBuilder("old " + told + "\n");
        if (from < size) {
            Merkle.consistency(this::node, from, size)
                    .forEach(it -> body.append(it.base64()).append('\n'));
        }
        return post(body.append('\n').append(note(checkpoint(size))).toString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        var address = URI.create("http://localhost:" + server.port() + "/add-checkpoint");
        return http.send(
                HttpRequest.newBuilder(address)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String note(Checkpoint checkpoint) {
        return new SignedNote(checkpoint.text(), List.of(log.sign(checkpoint))).write();
    }

    private Checkpoint checkpoint(int size) {
        return new Checkpoint(ORIGIN, size, root(size));
    }

    private Hash root(int size) {
        return Merkle.root(this::node, size);
    }

    private Hash node(int height, long index) {
        return height == 0
                ? Merkle.leaf(("entrée " + index).getBytes(StandardCharsets.UTF_8))
                : Merkle.parent(node(height - 1, 2 * index), node(height - 1, 2 * index + 1));
    }
}
