package fr.socle.journal.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with its signatures (c2sp.org/signed-note).
 *
 * @param text ends with a newline
 * @param signatures one per line, in their order
 */
public record SignedNote(String text, List<Line> signatures) {

    private static final int MAX_SIGNATURES = 64;
    private static final String DASH = "— ";

    /**
     * One signature line: who says to have signed, the id of the key, and the signature's bytes.
     */
    public record Line(String name, int keyId, byte[] signature) {

        public String text() {
            var bytes =
                    ByteBuffer.allocate(4 + signature.length).putInt(keyId).put(signature).array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(bytes);
        }

        boolean isBy(VerifierKey key) {
            return name.equals(key.name()) && keyId == key.id();
        }

        /**
         * @throws IllegalArgumentException unless it is a signature line in its one form
         */
        public static Line parse(String line) {
            var parts = line.split(" ", -1);
            if (parts.length != 3 || !parts[0].equals("—") || parts[1].isEmpty()) {
                throw new IllegalArgumentException("not a signature line: " + line);
            }
            var bytes = Base64Strict.decode(parts[2]);
            if (bytes.length <= 4) {
                throw new IllegalArgumentException(
                        "a signature line holds a key id and a signature");
            }
            return new Line(
                    parts[1],
                    ByteBuffer.wrap(bytes).getInt(),
                    Arrays.copyOfRange(bytes, 4, bytes.length));
        }
    }

    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("a note's text ends with a newline");
        }
        signatures = List.copyOf(signatures);
    }

    /**
     * @throws IllegalArgumentException unless it is a signed note in its one form
     */
    public static SignedNote parse(String note) {
        var split = note.lastIndexOf("\n\n");
        if (split < 0
                || !note.endsWith("\n")
                || note.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new IllegalArgumentException("not a signed note");
        }
        var lines =
                note.substring(split + 2, Math.max(split + 2, note.length() - 1)).split("\n", -1);
        if (lines.length > MAX_SIGNATURES) {
            throw new IllegalArgumentException("more than " + MAX_SIGNATURES + " signatures");
        }
        var signatures = new ArrayList<Line>();
        for (var line : lines) {
            signatures.add(Line.parse(line));
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    public String write() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(line -> note.append(line.text()).append('\n'));
        return note.toString();
    }

    public SignedNote with(Line line) {
        var more = new ArrayList<>(signatures);
        more.add(line);
        return new SignedNote(text, more);
    }

    /** Whether this log key signed the text. */
    public boolean signedBy(VerifierKey log) {
        var lines = signatures.stream().filter(line -> line.isBy(log)).toList();
        return !lines.isEmpty()
                && lines.stream().allMatch(line -> log.verifies(bytes(), line.signature()));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
