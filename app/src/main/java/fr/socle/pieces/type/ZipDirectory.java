package fr.socle.pieces.type;

import fr.socle.pieces.seal.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The central directory of a zip (PKWARE APPNOTE 6.3), the same that office suites read. Everything
 * is bounded before it is read: a directory that is too large, runs over, or lies about itself is
 * no directory. Nothing is ever unpacked but the two small entries that name a document's type.
 */
final class ZipDirectory {

    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int MOST_ENTRIES = 20_000;
    private static final int LARGEST_DIRECTORY = 4 * 1024 * 1024;
    private static final int LARGEST_TEXT = 1024 * 1024;
    private static final int DEFLATED = 8;

    private record Entry(int method, long packed, long header) {}

    private final Content zip;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private ZipDirectory(Content zip) {
        this.zip = zip;
    }

    /** Empty when there is no sound directory. */
    static Optional<ZipDirectory> read(Content zip) throws IOException {
        var end = findEnd(zip);
        if (end.isEmpty()) {
            return Optional.empty();
        }
        int count = Short.toUnsignedInt(end.get().getShort(10));
        long bytes = Integer.toUnsignedLong(end.get().getInt(12));
        long start = Integer.toUnsignedLong(end.get().getInt(16));
        if (count > MOST_ENTRIES || bytes > LARGEST_DIRECTORY || start + bytes > zip.size()) {
            return Optional.empty();
        }
        var directory = new ZipDirectory(zip);
        return directory.readEntries(bytesAt(zip, start, (int) bytes), count)
                ? Optional.of(directory)
                : Optional.empty();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    boolean hasUnder(String start) {
        return entries.keySet().stream().anyMatch(it -> it.startsWith(start));
    }

    /**
     * @param end in lower case
     */
    boolean hasSuffix(String end) {
        return entries.keySet().stream().anyMatch(it -> it.toLowerCase(Locale.ROOT).endsWith(end));
    }

    /** The text of a small entry; empty when it is missing, too large or broken. */
    String text(String name) {
        var entry = entries.get(name);
        if (entry == null || entry.packed > LARGEST_TEXT) {
            return "";
        }
        try {
            return new String(unpack(entry), StandardCharsets.UTF_8);
        } catch (IOException | DataFormatException broken) {
            return "";
        }
    }

    private boolean readEntries(ByteBuffer directory, int count) {
        for (int i = 0; i < count; i++) {
            if (directory.remaining() < 46
                    || directory.getInt(directory.position()) != 0x02014b50) {
                return false;
            }
            int at = directory.position();
            int name = Short.toUnsignedInt(directory.getShort(at + 28));
            int whole =
                    46
                            + name
                            + Short.toUnsignedInt(directory.getShort(at + 30))
                            + Short.toUnsignedInt(directory.getShort(at + 32));
            if (directory.remaining() < whole) {
                return false;
            }
            entries.put(
                    new String(directory.array(), at + 46, name, StandardCharsets.UTF_8),
                    new Entry(
                            directory.getShort(at + 10),
                            Integer.toUnsignedLong(directory.getInt(at + 20)),
                            Integer.toUnsignedLong(directory.getInt(at + 42))));
            directory.position(at + whole);
        }
        return !directory.hasRemaining() && entries.size() == count;
    }

    private byte[] unpack(Entry entry) throws IOException, DataFormatException {
        var header = bytesAt(zip, entry.header, 30);
        long data =
                entry.header
                        + 30
                        + Short.toUnsignedInt(header.getShort(26))
                        + Short.toUnsignedInt(header.getShort(28));
        var packed = bytesAt(zip, data, (int) entry.packed).array();
        return entry.method == DEFLATED ? inflate(packed) : packed;
    }

    /** A bomb stops at {@link #LARGEST_TEXT}. */
    private static byte[] inflate(byte[] packed) throws DataFormatException {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(packed);
            var plain = new byte[LARGEST_TEXT];
            int length = 0;
            while (length < plain.length && !inflater.finished()) {
                int now = inflater.inflate(plain, length, plain.length - length);
                if (now == 0 && !inflater.finished()) {
                    return new byte[0];
                }
                length += now;
            }
            return inflater.finished() ? Arrays.copyOf(plain, length) : new byte[0];
        }
    }

    /** The end record stands before a comment of at most 65,535 bytes. */
    private static Optional<ByteBuffer> findEnd(Content zip) throws IOException {
        int length = (int) Math.min(zip.size(), END_BYTES + LONGEST_COMMENT);
        var tail = bytesAt(zip, zip.size() - length, length);
        for (int at = length - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == 0x06054b50
                    && at + END_BYTES + Short.toUnsignedInt(tail.getShort(at + 20)) == length) {
                return Optional.of(tail.slice(at, END_BYTES).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        return Optional.empty();
    }

    private static ByteBuffer bytesAt(Content zip, long at, int length) throws IOException {
        var bytes = new byte[length];
        zip.read(at, bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
