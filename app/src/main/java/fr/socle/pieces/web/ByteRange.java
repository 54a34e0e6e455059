package fr.socle.pieces.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request's Range header asks for (RFC 9110, section 14). */
sealed interface ByteRange {

    /**
     * Everything: no range, one that is no range by the grammar (RFC 9110, 14.2: it is ignored),
     * another unit, or several ranges at once, which we need not serve.
     */
    record Whole() implements ByteRange {}

    /**
     * @param first counted from 0
     */
    record Part(long first, long length) implements ByteRange {

        String header(long size) {
            return "bytes " + first + "-" + (first + length - 1) + "/" + size;
        }
    }

    /** Status 416: a range, but not of this content. */
    record Unsatisfiable() implements ByteRange {}

    Pattern ONE = Pattern.compile("([0-9]*)-([0-9]*)");

    /**
     * @param size of the content, at least 1
     */
    static ByteRange read(@Nullable String header, long size) {
        if (header == null || !header.startsWith("bytes=") || header.indexOf(',') >= 0) {
            return new Whole();
        }
        var range = ONE.matcher(header.substring("bytes=".length()).strip());
        if (!range.matches()) {
            return new Whole();
        }
        return range.group(1).isEmpty()
                ? suffix(range.group(2), size)
                : from(number(range.group(1)), range.group(2), size);
    }

    private static ByteRange suffix(String length, long size) {
        if (length.isEmpty()) {
            return new Whole();
        }
        long some = Math.min(number(length), size);
        if (some == 0) {
            return new Unsatisfiable();
        }
        return new Part(size - some, some);
    }

    private static ByteRange from(long first, String last, long size) {
        if (!last.isEmpty() && number(last) < first) {
            return new Whole();
        }
        long end = last.isEmpty() ? size - 1 : Math.min(number(last), size - 1);
        return first >= size ? new Unsatisfiable() : new Part(first, end - first + 1);
    }

    /** A number that no file reaches stands for every greater one. */
    private static long number(String digits) {
        var plain = digits.replaceFirst("^0+(?=.)", "");
        return plain.length() > 18 ? Long.MAX_VALUE : Long.parseLong(plain);
    }
}
