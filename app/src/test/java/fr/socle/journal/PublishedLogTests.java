package fr.socle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sigstore.merkle.InclusionProofVerifier;
import fr.socle.PostgresTest;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.NoteSigner;
import fr.socle.journal.format.SignedNote;
import fr.socle.journal.format.VerifierKey;
import fr.socle.journal.receipt.Receipts;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * What strangers can check: a reader written from the specifications, in another language, believes
 * the log.
 */
@PostgresTest
class PublishedLogTests {

    @Autowired Journal journal;
    @Autowired Receipts receipts;
    @LocalServerPort int port;
    @TempDir Path folder;

    private RestClient http;
    private final PersonRef someone = new PersonRef(UUID.randomUUID());

    @BeforeEach
    void open() {
        http =
                RestClient.builder()
                        .requestFactory(new JdkClientHttpRequestFactory())
                        .baseUrl("http://localhost:" + port + "/journal/1")
                        .defaultStatusHandler(_ -> true, (_, _) -> {})
                        .build();
    }

    @Test
    @EnabledIf("nodeIsThere")
    void aReaderOfAnotherHandBelievesTheWholeLogAndAReceipt() throws Exception {
        append(100);
        var older = Files.writeString(folder.resolve("older"), published(100));
        append(600);
        var last = journal.appendAlone(Essai.erasable(someone, "dernière"));
        published(indexOf(last) + 1);
        var receipt = Files.writeString(folder.resolve("recu.tlog-proof"), receiptOf(last));
        assertThat(read(key(), older, receipt)).isZero();
        var stranger = NoteSigner.fresh(VerifierKey.parse(key()).name(), VerifierKey.Type.LOG);
        assertThat(read(stranger.verifier().text(), older, receipt)).isEqualTo(1);
    }

    /** The proofs are made from the tiles that anybody downloads, and verified by sigstore. */
    @Test
    void anotherLibraryFindsEveryPublishedEntryInThePublishedTree() throws Exception {
        append(300);
        var checkpoint = Checkpoint.parse(SignedNote.parse(published(300)).text());
        var leaves = leaves(checkpoint.size());
        Merkle.Nodes tree = (height, index) -> node(leaves, height, (int) index);
        for (int index = 0; index < leaves.size(); index++) {
            InclusionProofVerifier.verify(
                    leaves.get(index).bytes(),
                    index,
                    leaves.size(),
                    Merkle.inclusion(tree, index, leaves.size()).stream().map(Hash::bytes).toList(),
                    checkpoint.root().bytes());
        }
    }

    /** The hashes of the entries, from the tiles of the lowest level. */
    private List<Hash> leaves(long size) {
        var leaves = new ArrayList<Hash>();
        for (long tile = 0; leaves.size() < size; tile++) {
            var width = Math.min(256, size - leaves.size());
            var name = "/tile/0/%03d".formatted(tile) + (width < 256 ? ".p/" + width : "");
            var bytes = http.get().uri(name).retrieve().body(byte[].class);
            for (int i = 0; i < width; i++) {
                leaves.add(Hash.of(Arrays.copyOfRange(bytes, i * 32, (i + 1) * 32)));
            }
        }
        return leaves;
    }

    private static Hash node(List<Hash> leaves, int height, int index) {
        return height == 0
                ? leaves.get(index)
                : Merkle.parent(
                        node(leaves, height - 1, 2 * index),
                        node(leaves, height - 1, 2 * index + 1));
    }

    @Test
    void whatIsNotPublishedOrMalformedIsNotFound() {
        append(3);
        published(3);
        for (var where :
                List.of(
                        "/tile/0/999",
                        "/tile/0/x999/999",
                        "/tile/0/1",
                        "/tile/0/000.p/0",
                        "/tile/0/000.p/256",
                        "/tile/0/000.p/-1",
                        "/tile/0/x000/000",
                        "/tile/64/000",
                        "/tile/entries/000.p/9999",
                        "/tile/entries/",
                        "/tile/0/x999/x999/x999/x999/x999/999",
                        "/nothing")) {
            assertThat(status(where)).as(where).isEqualTo(404);
        }
        assertThat(status("/tile/0/000.p/1")).isEqualTo(200);
    }

    private void append(int count) {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                callers.execute(() -> journal.appendAlone(Essai.erasable(someone, "essai")));
            }
        }
    }

    /** The first checkpoint over at least this many entries. */
    private String published(int size) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> body("/checkpoint"), it -> sizeOf(it) >= size);
    }

    private static long sizeOf(String note) {
        return note.isEmpty() ? 0 : Checkpoint.parse(SignedNote.parse(note).text()).size();
    }

    /** Its place, once it has one: others write into this log too. */
    private int indexOf(Reference reference) {
        return (int)
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> journal.find(reference.id()), Optional::isPresent)
                        .orElseThrow()
                        .index();
    }

    private String receiptOf(Reference reference) {
        var index = journal.find(reference.id()).orElseThrow().index();
        return receipts.forPerson(1, index, someone).orElseThrow().write();
    }

    private String key() {
        return body("/cle").strip();
    }

    private String body(String where) {
        var body = http.get().uri(where).retrieve().body(String.class);
        return body == null ? "" : body;
    }

    private int status(String where) {
        return http.get().uri(where).retrieve().toBodilessEntity().getStatusCode().value();
    }

    private int read(String key, Path older, Path receipt)
            throws IOException, InterruptedException {
        var reader = Path.of("src/test/resources/journal/read-log.mjs").toString();
        var prefix = "http://localhost:" + port + "/journal/1";
        var process =
                new ProcessBuilder(
                                "node", reader, prefix, key, older.toString(), receipt.toString())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    static boolean nodeIsThere() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
