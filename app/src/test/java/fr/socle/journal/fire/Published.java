package fr.socle.journal.fire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.SignedNote;
import fr.socle.journal.format.Tiles;
import fr.socle.journal.format.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The log as a stranger sees it: over HTTP, from one node. */
final class Published {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String prefix;

    Published(String address, int log) {
        prefix = address + "/journal/" + log;
    }

    VerifierKey key() {
        return VerifierKey.parse(text("/cle").strip());
    }

    /** The last checkpoint if there is one; its signature is verified. */
    Optional<Checkpoint> checkpoint(VerifierKey key) {
        var answer = get("/checkpoint", BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        var note = SignedNote.parse(answer.body());
        assertThat(note.signedBy(key)).isTrue();
        return Optional.of(Checkpoint.parse(note.text()));
    }

    /** The tree of this size, read from its tiles; a tile that is not served is a fault. */
    Tiles tiles(long size) {
        Map<String, byte[]> seen = new HashMap<>();
        return new Tiles(
                (level, n) -> seen.computeIfAbsent(level + "/" + n, _ -> tile(level, n, size)));
    }

    int status(String path) {
        return get(path, BodyHandlers.discarding()).statusCode();
    }

    private byte[] tile(int level, long n, long size) {
        var width = Tiles.width(level, n, size);
        var path = "/tile/" + level + "/" + Tiles.path(n) + (width < 256 ? ".p/" + width : "");
        var answer = get(path, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).as(path).hasSize(width * Hash.BYTES);
        return answer.body();
    }

    /** That the newer tree begins with the older one, by a proof made from the tiles alone. */
    void assertContinues(Checkpoint older, Checkpoint newer) {
        var proof = Merkle.consistency(tiles(newer.size()), older.size(), newer.size());
        assertThat(Merkle.consistent(older.size(), older.root(), newer.size(), newer.root(), proof))
                .as("%s continues %s", newer.size(), older.size())
                .isTrue();
    }

    private String text(String path) {
        return get(path, BodyHandlers.ofString()).body();
    }

    private <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> body) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(prefix + path))
                            .timeout(Duration.ofSeconds(10))
                            .build();
            return http.send(request, body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
