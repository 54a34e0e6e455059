package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Days with an hour: the date in three parts or whole, and {@code heure} as {@code 14:30}. */
final class Moments {

    static final String HOUR = "heure";

    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2})\\s*[:hH]\\s*([0-9]{2})?");
    private static final Pattern ISO =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}).*");
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("dd/MM/uuuu 'à' HH:mm", Locale.ROOT);

    private Moments() {}

    static String shown(LocalDateTime at) {
        return SHOWN.format(at);
    }

    static Parsed<Valeur> read(DateHeure type, Typed typed) {
        var iso = ISO.matcher(typed.part(""));
        return iso.matches()
                ? at(type, iso.group(1), iso.group(2))
                : at(type, Days.whole(typed), typed.part(HOUR));
    }

    private static Parsed<Valeur> at(DateHeure type, String day, String clock) {
        return switch (Days.parse(day)) {
            case Parsed.Invalid<LocalDate>(var refusal) -> new Parsed.Invalid<>(refusal);
            case Parsed.Valid<LocalDate>(var date) ->
                    switch (Days.bounded(type.min(), type.max(), date)) {
                        case Parsed.Invalid<LocalDate>(var refusal) ->
                                new Parsed.Invalid<>(refusal);
                        case Parsed.Valid<LocalDate> _ -> at(date, clock);
                    };
        };
    }

    private static Parsed<Valeur> at(LocalDate day, String clock) {
        var matched = CLOCK.matcher(clock);
        if (!matched.matches()) {
            return Parsed.invalid(
                    clock.isEmpty() ? "demarches.saisie.hour.missing" : "demarches.saisie.hour",
                    FreeText.shortened(clock));
        }
        int hour = Integer.parseInt(matched.group(1));
        int minute = matched.group(2) == null ? 0 : Integer.parseInt(matched.group(2));
        return hour > 23 || minute > 59
                ? Parsed.invalid("demarches.saisie.hour", FreeText.shortened(clock))
                : Parsed.valid(new Valeur.Moment(day.atTime(LocalTime.of(hour, minute))));
    }
}
