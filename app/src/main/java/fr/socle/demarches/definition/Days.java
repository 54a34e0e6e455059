package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates: {@code 22/11/2026}, {@code 2026-11-22}, or day, month and year in three parts. */
final class Days {

    private static final Pattern FRENCH =
            Pattern.compile("([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    /** Before the civil registers nobody gives a date: it is a slip. */
    private static final int FIRST_YEAR = 1500;

    private Days() {}

    static Parsed<Valeur> read(ChampType.Jour type, Typed typed) {
        return switch (parse(whole(typed))) {
            case Parsed.Valid<LocalDate>(var day) ->
                    bounded(type.min(), type.max(), day).map(Valeur.Jour::new);
            case Parsed.Invalid<LocalDate>(var refusal) -> new Parsed.Invalid<>(refusal);
        };
    }

    static Parsed<LocalDate> parse(String text) {
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(text, number(iso, 3), number(iso, 2), number(iso, 1));
        }
        var french = FRENCH.matcher(text);
        return french.matches()
                ? day(text, number(french, 1), number(french, 2), number(french, 3))
                : Parsed.invalid("demarches.saisie.date", FreeText.shortened(text));
    }

    static String shown(LocalDate day) {
        return SHOWN.format(day);
    }

    static String whole(Typed typed) {
        var one = typed.part("");
        return one.isEmpty()
                ? typed.part("jour") + "/" + typed.part("mois") + "/" + typed.part("annee")
                : one;
    }

    private static int number(Matcher matched, int group) {
        return Integer.parseInt(matched.group(group));
    }

    private static Parsed<LocalDate> day(String text, int day, int month, int year) {
        if (year < FIRST_YEAR) {
            return Parsed.invalid("demarches.saisie.date.year", String.valueOf(year));
        }
        try {
            return Parsed.valid(LocalDate.of(year, month, day));
        } catch (DateTimeException notInTheCalendar) {
            return Parsed.invalid("demarches.saisie.date.impossible", text);
        }
    }

    static Parsed<LocalDate> bounded(
            @Nullable LocalDate min, @Nullable LocalDate max, LocalDate day) {
        if (min != null && day.isBefore(min)) {
            return Parsed.invalid("demarches.saisie.date.min", shown(min));
        }
        if (max != null && day.isAfter(max)) {
            return Parsed.invalid("demarches.saisie.date.max", shown(max));
        }
        return Parsed.valid(day);
    }
}
