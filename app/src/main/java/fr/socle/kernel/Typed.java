package fr.socle.kernel;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How every value type reads what people type: drop what does not matter, then apply the rule. */
final class Typed {

    private Typed() {}

    /** Says why a value is refused, or {@code null} when nothing is wrong with it. */
    @FunctionalInterface
    interface Rule {
        @Nullable Refusal refuse(String value);
    }

    static <T> Parsed<T> parse(String value, Rule rule, Function<String, T> make) {
        var refusal = rule.refuse(value);
        return refusal == null ? Parsed.valid(make.apply(value)) : new Parsed.Invalid<T>(refusal);
    }

    /**
     * What a constructor calls: a bad value there is a bug of ours, not a mistake of a person.
     *
     * @throws IllegalArgumentException naming the refusal, never the value, which may be personal
     */
    static void demand(@Nullable Refusal refusal) {
        if (refusal != null) {
            throw new IllegalArgumentException(refusal.key());
        }
    }

    /** Without the spaces, dots and hyphens by which people group digits, in upper case. */
    static String compact(String typed) {
        var kept = new StringBuilder(typed.length());
        typed.codePoints().filter(c -> !groups(c)).forEach(kept::appendCodePoint);
        return kept.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean groups(int c) {
        return isSpace(c) || c == '.' || c == '-' || c == '\u2010' || c == '\u2011';
    }

    /** Also the no-break spaces of word processors, and the marks without width. */
    static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200B'
                || c == '\u2060'
                || c == '\uFEFF';
    }

    /** Without the spaces around, whatever their kind. */
    static String trim(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && isSpace(typed.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    static boolean hasControl(String value) {
        return value.codePoints().anyMatch(Typed::isControl);
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** ASCII digits only: other scripts' digits would make two writings of one number. */
    static boolean isDigits(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
