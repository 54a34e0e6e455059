package fr.socle.pieces.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.pieces.depot.Stored;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedFileTests {

    private static final int CHUNK = 16;
    private static final int SEALED_CHUNK = CHUNK + Layout.TAG_BYTES;
    private static final Layout SMALL = new Layout(CHUNK);

    private final byte[] key = random(32, 1);
    private final UUID file = new UUID(7, 8);

    @Test
    void whatWasSealedIsReadAgainWhateverItsLength() throws IOException {
        for (int length = 1; length <= 5 * CHUNK + 1; length++) {
            var plain = random(length, length);
            assertThat(readAll(seal(plain, file), file, length)).isEqualTo(plain);
        }
    }

    @Test
    void anyRangeIsReadFromAnyPlace() throws IOException {
        var plain = random(5 * CHUNK + 3, 2);
        try (var content = open(seal(plain, file), file, plain.length)) {
            for (int from = 0; from < plain.length; from++) {
                for (int to = from; to <= plain.length; to++) {
                    var out = new ByteArrayOutputStream();
                    content.copy(from, to - from, out);
                    assertThat(out.toByteArray()).isEqualTo(Arrays.copyOfRange(plain, from, to));
                }
            }
        }
    }

    @Test
    void nothingIsReadBeyondTheEnd() throws IOException {
        var plain = random(20, 3);
        try (var content = open(seal(plain, file), file, plain.length)) {
            assertThatThrownBy(() -> content.read(19, new byte[2]))
                    .isInstanceOf(EOFException.class);
        }
    }

    @Test
    void everyChangedByteIsSeen() {
        var plain = random(3 * CHUNK + 5, 4);
        var sealed = seal(plain, file);
        for (int at = 0; at < sealed.length; at++) {
            for (int bit : new int[] {0, 3, 7}) {
                var changed = sealed.clone();
                changed[at] = (byte) (changed[at] ^ (1 << bit));
                assertChanged(changed, file, plain.length);
            }
        }
    }

    @Test
    void everyTruncationIsSeen() {
        var plain = random(4 * CHUNK, 5);
        var sealed = seal(plain, file);
        for (int length = 0; length < sealed.length; length++) {
            assertChanged(Arrays.copyOf(sealed, length), file, plain.length);
        }
    }

    /** Even where somebody could also change the size that the row knows. */
    @Test
    void aFileCutAtAChunkBoundaryDoesNotPassForAShorterOne() {
        var sealed = seal(random(4 * CHUNK, 6), file);
        for (int chunks = 1; chunks < 4; chunks++) {
            var cut = Arrays.copyOf(sealed, Layout.HEADER.length + chunks * SEALED_CHUNK);
            assertChanged(cut, file, chunks * CHUNK);
        }
    }

    @Test
    void aFileWithMoreChunksThanItHadIsSeen() {
        var sealed = seal(random(2 * CHUNK, 7), file);
        var longer = Arrays.copyOf(sealed, sealed.length + SEALED_CHUNK);
        System.arraycopy(sealed, Layout.HEADER.length, longer, sealed.length, SEALED_CHUNK);
        assertChanged(longer, file, 3 * CHUNK);
        assertChanged(longer, file, 2 * CHUNK);
    }

    @Test
    void chunksThatChangedPlacesAreSeen() {
        var sealed = seal(random(4 * CHUNK, 8), file);
        for (int one = 0; one < 4; one++) {
            for (int other = one + 1; other < 4; other++) {
                assertChanged(swapped(sealed, one, other), file, 4 * CHUNK);
            }
        }
    }

    @Test
    void aChunkOfAnotherFileUnderTheSameKeyIsSeen() {
        var other = new UUID(9, 10);
        var sealed = seal(random(3 * CHUNK, 9), file);
        var foreign = seal(random(3 * CHUNK, 10), other);
        System.arraycopy(foreign, Layout.HEADER.length, sealed, Layout.HEADER.length, SEALED_CHUNK);
        assertChanged(sealed, file, 3 * CHUNK);
    }

    @Test
    void aWholeFileInThePlaceOfAnotherIsSeen() {
        var plain = random(3 * CHUNK, 11);
        assertChanged(seal(plain, new UUID(9, 10)), file, plain.length);
    }

    @Test
    void aStreamThatWasNotFinishedDoesNotOpen() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealing = new SealingStream(out, key, file, SMALL)) {
            sealing.write(random(2 * CHUNK, 12));
        }
        assertChanged(out.toByteArray(), file, 2 * CHUNK);
        assertChanged(out.toByteArray(), file, CHUNK);
    }

    @Test
    void theHousesChunksCarryOnOverTheirBoundary() throws IOException {
        var plain = random(2 * 64 * 1024 + 17, 13);
        var out = new ByteArrayOutputStream();
        try (var sealing = new SealingStream(out, key, file)) {
            sealing.write(plain);
            sealing.finish();
        }
        try (var content =
                new SealedFile(new InMemory(out.toByteArray()), key, file, plain.length)) {
            var part = new byte[40];
            content.read(64 * 1024 - 20, part);
            assertThat(part).isEqualTo(Arrays.copyOfRange(plain, 64 * 1024 - 20, 64 * 1024 + 20));
        }
    }

    private void assertChanged(byte[] sealed, UUID id, int size) {
        assertThatThrownBy(() -> readAll(sealed, id, size)).isInstanceOf(ChangedFile.class);
    }

    private byte[] seal(byte[] plain, UUID id) {
        try {
            var out = new ByteArrayOutputStream();
            var sealing = new SealingStream(out, key, id, SMALL);
            sealing.write(plain);
            sealing.finish();
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private SealedFile open(byte[] sealed, UUID id, int size) throws IOException {
        return new SealedFile(new InMemory(sealed), key, id, size, SMALL);
    }

    private byte[] readAll(byte[] sealed, UUID id, int size) throws IOException {
        try (var content = open(sealed, id, size)) {
            var out = new ByteArrayOutputStream();
            content.copy(0, size, out);
            return out.toByteArray();
        }
    }

    private static byte[] swapped(byte[] sealed, int one, int other) {
        var changed = sealed.clone();
        int first = Layout.HEADER.length + one * SEALED_CHUNK;
        int second = Layout.HEADER.length + other * SEALED_CHUNK;
        System.arraycopy(sealed, first, changed, second, SEALED_CHUNK);
        System.arraycopy(sealed, second, changed, first, SEALED_CHUNK);
        return changed;
    }

    private static byte[] random(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private record InMemory(byte[] bytes) implements Stored {

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void read(long at, byte[] into, int length) throws IOException {
            if (at + length > bytes.length) {
                throw new EOFException();
            }
            System.arraycopy(bytes, (int) at, into, 0, length);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
