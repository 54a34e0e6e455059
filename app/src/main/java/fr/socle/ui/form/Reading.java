package fr.socle.ui.form;

import fr.socle.kernel.Parsed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/**
 * Parsers of plain values, for {@link Form#read} and {@link Form#readOptional}. Types of the State
 * (SIRET, e-mail…) bring their own.
 *
 * <pre>{@code
 * var children = form.read("enfants", Reading.whole(0, 20));
 * var rent = form.readOptional("loyer", Reading.decimal(2, BigDecimal.ZERO, new BigDecimal(20_000)));
 * }</pre>
 */
public final class Reading {

    private static final int MAX_DIGITS = 18;

    private Reading() {}

    /** A whole number between two bounds, both allowed. Blanks between thousands are accepted. */
    public static Function<String, Parsed<Long>> whole(long min, long max) {
        return text -> {
            var digits = withoutBlanks(text);
            if (!isWhole(digits)) {
                return Parsed.invalid("ui.form.whole");
            }
            if (digits.length() > MAX_DIGITS || outside(Long.parseLong(digits), min, max)) {
                return Parsed.invalid("ui.form.between", min, max);
            }
            return Parsed.valid(Long.parseLong(digits));
        };
    }

    /**
     * A decimal number as the French write it (1 234,50) or with a point, between two bounds, both
     * allowed. More decimals than {@code scale} are refused, never rounded: 1.234 may have been
     * meant as a thousand.
     */
    public static Function<String, Parsed<BigDecimal>> decimal(
            int scale, BigDecimal min, BigDecimal max) {
        return text -> {
            var number = withoutBlanks(text).replace(',', '.');
            if (number.endsWith("€")) {
                number = number.substring(0, number.length() - 1);
            }
            if (!isDecimal(number)) {
                return Parsed.invalid("ui.form.decimal");
            }
            var value = new BigDecimal(number);
            if (value.scale() > scale) {
                return Parsed.invalid("ui.form.decimals", scale);
            }
            return value.compareTo(min) < 0 || value.compareTo(max) > 0
                    ? Parsed.invalid("ui.form.between", min, max)
                    : Parsed.valid(value);
        };
    }

    /** {@code oui} or {@code non} from a page, {@code true} or {@code false} from a machine. */
    public static Parsed<Boolean> yesNo(String text) {
        return switch (text) {
            case "oui", "true" -> Parsed.valid(true);
            case "non", "false" -> Parsed.valid(false);
            default -> Parsed.invalid("ui.form.choice");
        };
    }

    /** One of these values; anything else was not offered. */
    public static Function<String, Parsed<String>> among(Collection<String> allowed) {
        return text ->
                allowed.contains(text) ? Parsed.valid(text) : Parsed.invalid("ui.form.choice");
    }

    /** What stands under this word; a word that is not there was not offered. */
    public static <T> Function<String, Parsed<T>> among(Map<String, T> allowed) {
        return text -> {
            var value = allowed.get(text);
            return value == null ? Parsed.invalid("ui.form.choice") : Parsed.valid(value);
        };
    }

    /** A date as machines write it: 2026-11-22. */
    static Parsed<LocalDate> isoDate(String text) {
        try {
            return Parsed.valid(LocalDate.parse(text));
        } catch (DateTimeException notADate) {
            return Parsed.invalid("ui.form.date.iso");
        }
    }

    /** A date typed in three fields. */
    static Parsed<LocalDate> date(String day, String month, String year) {
        if (day.isEmpty() || month.isEmpty() || year.isEmpty()) {
            return Parsed.invalid("ui.form.date.incomplete");
        }
        if (!isShortNumber(day, 2) || !isShortNumber(month, 2) || !isShortNumber(year, 4)) {
            return Parsed.invalid("ui.form.date.digits");
        }
        if (year.length() != 4) {
            return Parsed.invalid("ui.form.date.year");
        }
        try {
            return Parsed.valid(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException notInTheCalendar) {
            return Parsed.invalid("ui.form.date.impossible", day + "/" + month + "/" + year);
        }
    }

    private static boolean outside(long value, long min, long max) {
        return value < min || value > max;
    }

    private static boolean isShortNumber(String text, int max) {
        return text.length() <= max && text.chars().allMatch(Reading::isDigit);
    }

    private static boolean isWhole(String text) {
        var digits = text.startsWith("-") ? text.substring(1) : text;
        return !digits.isEmpty() && digits.chars().allMatch(Reading::isDigit);
    }

    private static boolean isDecimal(String text) {
        var point = text.indexOf('.');
        if (text.length() > MAX_DIGITS) {
            return false;
        }
        return point < 0
                ? isWhole(text)
                : isWhole(text.substring(0, point))
                        && isWhole(text.substring(point + 1))
                        && text.charAt(point + 1) != '-';
    }

    /** ASCII only, because Java's own notion also accepts digits of other scripts. */
    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static String withoutBlanks(String text) {
        var kept = new StringBuilder(text.length());
        text.chars()
                .filter(it -> !Character.isWhitespace(it) && !Character.isSpaceChar(it))
                .forEach(it -> kept.append((char) it));
        return kept.toString();
    }
}
