package fr.socle.demarches.liste;

import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.definition.Valeur;
import fr.socle.kernel.NormalName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A value as a text whose order as bytes is the order of the values: numbers of one width, dates as
 * ISO 8601 writes them, everything else in normal form, so that accents and capitals count for
 * nothing.
 */
public final class Cle {

    static final int LONGEST = 60;

    private static final BigDecimal MIDDLE = BigDecimal.TEN.pow(18);
    private static final BigDecimal MOST = MIDDLE.subtract(BigDecimal.ONE);
    private static final int DECIMALS = 6;
    private static final int WIDTH = 19 + 1 + DECIMALS;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Cle() {}

    /** Of an answer, whatever its kind. */
    public static String of(Valeur value) {
        if (value instanceof Valeur.Nombre(var number)) {
            return of(number);
        }
        if (value instanceof Valeur.Jour(var day)) {
            return of(day);
        }
        return of(Shown.line(value, "OUI", "NON"));
    }

    public static String of(String text) {
        var normal = NormalName.of(text).value();
        if (normal.length() <= LONGEST) {
            return normal;
        }
        var half = Character.isHighSurrogate(normal.charAt(LONGEST - 1));
        return normal.substring(0, half ? LONGEST - 1 : LONGEST);
    }

    /**
     * Beyond 10^18 either way all numbers are equal; so are those that differ by less than 10^-6.
     */
    public static String of(BigDecimal number) {
        var kept = number.min(MOST).max(MOST.negate());
        var text = kept.add(MIDDLE).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
        return "0".repeat(WIDTH - text.length()) + text;
    }

    public static String of(LocalDate day) {
        return day.toString();
    }

    /** To the second, in Paris, so that a day is the beginning of its moments. */
    public static String of(Instant moment) {
        return moment.atZone(PARIS).toLocalDateTime().withNano(0).toString();
    }
}
