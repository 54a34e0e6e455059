package fr.socle.pieces.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a sender sends: counted against a limit and digested on the way. Only here does a failure
 * mean that the sender went away.
 */
final class Incoming {

    /** The sender went away. */
    static final class Lost extends Exception {
        Lost(IOException cause) {
            super("the sender went away", cause);
        }
    }

    /** There is more than the limit. */
    static final class TooMuch extends Exception {
        TooMuch() {
            super("more bytes than accepted");
        }
    }

    private final InputStream source;
    private final long limit;
    private final MessageDigest digest = sha256();
    private long total;

    Incoming(InputStream source, long limit) {
        this.source = source;
        this.limit = limit;
    }

    /** Up to so many bytes: fewer only when there are no more. */
    byte[] head(int length) throws Lost, TooMuch {
        var head = new byte[length];
        int filled = 0;
        while (filled < length) {
            int now = read(head, filled);
            if (now < 0) {
                return Arrays.copyOf(head, filled);
            }
            filled += now;
        }
        return head;
    }

    /** Fills the buffer from this place on; negative at the end. */
    int read(byte[] buffer, int from) throws Lost, TooMuch {
        try {
            int now = source.read(buffer, from, buffer.length - from);
            if (now > 0) {
                count(buffer, from, now);
            }
            return now;
        } catch (IOException away) {
            throw new Lost(away);
        }
    }

    long total() {
        return total;
    }

    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void count(byte[] buffer, int from, int length) throws TooMuch {
        total += length;
        if (total > limit) {
            throw new TooMuch();
        }
        digest.update(buffer, from, length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
