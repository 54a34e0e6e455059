package fr.socle.exchange.flow;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what may leave of an answer. Beyond ten megabytes it either goes on as a {@link Flow},
 * whose first part is what was gathered, or ends.
 */
public final class Gathering extends OutputStream {

    /** Up to here an answer is held, so that its digest stands in the entry of the grant. */
    public static final int HELD = 10_000_000;

    private static final int SMALLEST = 1 << 10;
    private static final int PIECE = 1 << 16;

    private final @Nullable Overflow overflow;
    private ArrayDeque<byte[]> pieces = new ArrayDeque<>();
    private byte[] piece = new byte[SMALLEST];
    private int at;
    private int held;
    private @Nullable Flow flow;

    /**
     * What happens beyond ten megabytes.
     *
     * @param salt of the digest of what leaves
     * @param begins told once, as soon as somebody may take
     */
    public record Overflow(byte[] salt, Consumer<Flow> begins) {}

    /**
     * @param overflow null: more is refused
     */
    public Gathering(@Nullable Overflow overflow) {
        this.overflow = overflow;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (at == piece.length) {
                passOn();
            }
            var some = Math.min(length - done, piece.length - at);
            System.arraycopy(bytes, from + done, piece, at, some);
            at += some;
            done += some;
        }
    }

    private void passOn() throws IOException {
        var full = at == piece.length ? piece : Arrays.copyOf(piece, at);
        piece = new byte[Math.min(PIECE, piece.length * 4)];
        at = 0;
        if (flow != null) {
            flow.give(full);
            return;
        }
        pieces.add(full);
        held += full.length;
        if (held > HELD) {
            begin();
        }
    }

    private void begin() throws IOException {
        if (overflow == null) {
            throw new IOException("an answer of more than " + HELD + " bytes");
        }
        flow = new Flow(overflow.salt(), pieces);
        pieces = new ArrayDeque<>();
        overflow.begins().accept(flow);
    }

    /** Whether it goes on as a flow. */
    public boolean flows() {
        return flow != null;
    }

    /** Everything, when it did not become a flow. */
    public byte[] bytes() {
        var all = new byte[held + at];
        int to = 0;
        for (var each : pieces) {
            System.arraycopy(each, 0, all, to, each.length);
            to += each.length;
        }
        System.arraycopy(piece, 0, all, to, at);
        return all;
    }

    /** The flow has everything. */
    public void end(Set<String> fields, int beyond) throws IOException {
        if (flow != null) {
            if (at > 0) {
                passOn();
            }
            flow.end(fields, beyond);
        }
    }

    /** The flow gets no more. */
    public void cut() {
        if (flow != null) {
            flow.close();
        }
    }
}
