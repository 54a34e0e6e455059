package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as the French write them: {@code 1 234,5}; a point is understood too. */
final class Numbers {

    private static final int MOST_DIGITS = 18;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+([.][0-9]+)?");

    private Numbers() {}

    static Parsed<Valeur> read(ChampType.Nombre type, String typed) {
        var text = withoutUnit(compact(typed), compact(type.unit())).replace(',', '.');
        if (!DECIMAL.matcher(text).matches()) {
            return Parsed.invalid("demarches.saisie.number", FreeText.shortened(typed));
        }
        if (text.length() > MOST_DIGITS) {
            return Parsed.invalid("demarches.saisie.number.long", MOST_DIGITS);
        }
        // because 1.234 may have been meant as a thousand: never guessed, never rounded
        if (!type.decimal() && !WHOLE.matcher(text).matches()) {
            return Parsed.invalid("demarches.saisie.whole", FreeText.shortened(typed));
        }
        return bounded(type, new BigDecimal(text));
    }

    private static Parsed<Valeur> bounded(ChampType.Nombre type, BigDecimal number) {
        var min = type.min();
        var max = type.max();
        if (min != null && number.compareTo(min) < 0) {
            return Parsed.invalid("demarches.saisie.number.min", shown(min));
        }
        if (max != null && number.compareTo(max) > 0) {
            return Parsed.invalid("demarches.saisie.number.max", shown(max));
        }
        return Parsed.valid(new Valeur.Nombre(number));
    }

    /** As people write it, with a comma. */
    static String shown(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    /** Reads a bound or a constant that a builder typed. */
    static @Nullable BigDecimal plain(String typed) {
        var text = compact(typed).replace(',', '.');
        return text.length() <= MOST_DIGITS && DECIMAL.matcher(text).matches()
                ? new BigDecimal(text)
                : null;
    }

    private static String compact(String text) {
        var kept = new StringBuilder(text.length());
        text.chars()
                .filter(it -> !Character.isWhitespace(it) && !Character.isSpaceChar(it))
                .forEach(it -> kept.append((char) it));
        return kept.toString();
    }

    private static String withoutUnit(String text, String unit) {
        var lower = text.toLowerCase(Locale.ROOT);
        var ending = unit.toLowerCase(Locale.ROOT);
        return !ending.isEmpty() && lower.endsWith(ending)
                ? text.substring(0, text.length() - unit.length())
                : text;
    }
}
