package fr.socle.exchange.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer that leaves while the provider still gives it. Whoever gives waits for whoever takes,
 * so that no more than a few pieces are held. It ends whole, or is cut: by the provider, by a value
 * that breaks the contract, by the client, or because it lasts too long.
 */
public final class Flow {

    /** Less than what makes an exchange count as left without an end. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private static final int PIECES = 8;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(PIECES);
    private final byte[] salt;
    private final Queue<byte[]> before;
    private final MessageDigest digest;
    private final long until = System.nanoTime() + LONGEST.toNanos();
    private volatile @Nullable Contents contents;
    private volatile boolean closed;
    private volatile boolean taken;

    /**
     * What left, known at the end.
     *
     * @param fields the codes of the fields that it held
     * @param beyond how many places the provider gave that its contract does not name
     * @param digest SHA-256 of the salt and the document
     */
    public record Contents(Set<String> fields, int beyond, byte[] salt, byte[] digest) {
        public Contents {
            fields = Set.copyOf(fields);
        }
    }

    /**
     * @param salt of the digest
     * @param before what was gathered until now; taken over
     */
    Flow(byte[] salt, Queue<byte[]> before) {
        this.salt = salt;
        this.before = before;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
        digest.update(salt);
        before.forEach(digest::update);
    }

    /**
     * Waits until there is place.
     *
     * @throws IOException when nobody takes it any more, or not in time
     */
    void give(byte[] piece) throws IOException {
        digest.update(piece);
        put(piece);
    }

    private void put(byte[] piece) throws IOException {
        try {
            while (!closed && System.nanoTime() < until) {
                if (pieces.offer(piece, 1, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new InterruptedIOException("an answer that nobody took");
    }

    /** The provider gave everything. */
    void end(Set<String> fields, int beyond) throws IOException {
        contents = new Contents(fields, beyond, salt, digest.digest());
        put(END);
    }

    /** Nothing more comes, or nobody takes it. */
    public void close() {
        closed = true;
    }

    /** What left, when all of it was given and taken. */
    public Optional<Contents> whole() {
        return taken ? Optional.ofNullable(contents) : Optional.empty();
    }

    /** To be taken once. A cut answer just ends: who sends it on looks at {@link #whole}. */
    public InputStream stream() {
        return new Taking();
    }

    private final class Taking extends InputStream {

        private byte[] piece = END;
        private int at;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (at == piece.length && !next()) {
                return -1;
            }
            var some = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, from, some);
            at += some;
            return some;
        }

        private boolean next() throws InterruptedIOException {
            var following = before.poll();
            piece = following == null ? awaited() : following;
            at = 0;
            return piece.length > 0;
        }

        private byte[] awaited() throws InterruptedIOException {
            try {
                while (!taken && System.nanoTime() < until) {
                    var given = pieces.poll(100, TimeUnit.MILLISECONDS);
                    if (given != null) {
                        taken = given.length == 0;
                        return given;
                    }
                    if (closed) {
                        return END;
                    }
                }
                return END;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }

        @Override
        public void close() {
            Flow.this.close();
        }
    }
}
