package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A proof that one entry is in the log, with the holder's parts open (c2sp.org/tlog-proof@v1). The
 * {@code extra} line holds canonical JSON: {@code version}, {@code lien} (the entry's link), {@code
 * parties} (open ones with {@code sel} and {@code contenu}, the others' {@code engagement} only),
 * and {@code temoins}, the keys of the witnesses whose cosignatures follow, so that a reader
 * notices any change; whom to trust is the reader's choice.
 *
 * @param path from the leaf's sibling up to the root's child
 * @param note the signed checkpoint with its cosignatures
 */
public record Receipt(
        long index,
        Hash link,
        List<Disclosure> parts,
        List<VerifierKey> witnesses,
        List<Hash> path,
        SignedNote note) {

    static final String HEADER = "c2sp.org/tlog-proof@v1";
    public static final int MAX_BYTES = 1_000_000;

    /** What the receipt says of one part. */
    public sealed interface Disclosure {
        Hash commitment();

        /** The holder may read it. */
        record Open(byte[] salt, byte[] content) implements Disclosure {
            @Override
            public Hash commitment() {
                return LogEntry.commitPart(salt, content);
            }
        }

        /** Others may; the holder sees that it exists. */
        record Closed(Hash commitment) implements Disclosure {}
    }

    public Receipt {
        parts = List.copyOf(parts);
        witnesses = List.copyOf(witnesses);
        path = List.copyOf(path);
    }

    public LogEntry entry() {
        return new LogEntry(
                LogEntry.commit(parts.stream().map(Disclosure::commitment).toList()), link);
    }

    public String write() {
        var text = new StringBuilder(HEADER).append('\n');
        text.append("extra ").append(base64(CanonicalJson.write(extra()))).append('\n');
        text.append("index ").append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note.write()).toString();
    }

    /**
     * @throws IllegalArgumentException saying what is wrong, unless this is a receipt in its one
     *     form
     */
    public static Receipt parse(String text) {
        if (text.length() > MAX_BYTES) {
            throw new IllegalArgumentException("longer than any receipt");
        }
        var head = text.indexOf("\n\n");
        if (head < 0) {
            throw new IllegalArgumentException("no checkpoint");
        }
        var lines = text.substring(0, head).split("\n", -1);
        if (lines.length < 3 || !lines[0].equals(HEADER)) {
            throw new IllegalArgumentException("the first line is not " + HEADER);
        }
        var receipt = ReceiptReader.read(lines, SignedNote.parse(text.substring(head + 2)));
        if (!receipt.write().equals(text)) {
            throw new IllegalArgumentException("not the one form of this receipt");
        }
        return receipt;
    }

    private Map<String, Object> extra() {
        var disclosed = new ArrayList<Map<String, Object>>();
        parts.forEach(part -> disclosed.add(disclosed(part)));
        return Map.of(
                "version",
                1,
                "lien",
                link.base64(),
                "parties",
                disclosed,
                "temoins",
                witnesses.stream().map(VerifierKey::text).toList());
    }

    static Map<String, Object> disclosed(Disclosure part) {
        return switch (part) {
            case Disclosure.Open(var salt, var content) ->
                    Map.of(
                            "sel",
                            base64(salt),
                            "contenu",
                            new String(content, StandardCharsets.UTF_8));
            case Disclosure.Closed(var commitment) -> Map.of("engagement", commitment.base64());
        };
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
