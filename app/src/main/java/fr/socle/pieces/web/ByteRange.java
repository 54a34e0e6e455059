package fr.socle.pieces.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request's Range header asks for (RFC 9110, section 14). */
sealed interface ByteRange {

    /** Everything: no range, another unit, or several ranges at once, which we need not serve. */
    record Whole() implements ByteRange {}

    /**
     * @param first counted from 0
     */
    record Part(long first, long length) implements ByteRange {

        String header(long size) {
            return "bytes " + first + "-" + (first + length - 1) + "/" + size;
        }
    }

    /** Status 416. */
    record Unsatisfiable() implements ByteRange {}

    Pattern ONE = Pattern.compile("([0-9]{0,18})-([0-9]{0,18})");

    /**
     * @param size of the content, at least 1
     */
    static ByteRange read(@Nullable String header, long size) {
        if (header == null || !header.startsWith("bytes=") || header.indexOf(',') >= 0) {
            return new Whole();
        }
        var range = ONE.matcher(header.substring("bytes=".length()).strip());
        if (!range.matches()) {
            return new Unsatisfiable();
        }
        return range.group(1).isEmpty()
                ? suffix(range.group(2), size)
                : from(Long.parseLong(range.group(1)), range.group(2), size);
    }

    private static ByteRange suffix(String length, long size) {
        if (length.isEmpty() || Long.parseLong(length) == 0) {
            return new Unsatisfiable();
        }
        long some = Math.min(Long.parseLong(length), size);
        return new Part(size - some, some);
    }

    private static ByteRange from(long first, String last, long size) {
        long end = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        return first >= size || end < first
                ? new Unsatisfiable()
                : new Part(first, end - first + 1);
    }
}
