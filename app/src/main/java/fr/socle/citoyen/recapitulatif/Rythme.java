package fr.socle.citoyen.recapitulatif;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How often a person wants the letter. */
public enum Rythme {
    JAMAIS,
    SEMAINE,
    MOIS;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /** By the word that a form sends. */
    public static Map<String, Rythme> byWord() {
        return Arrays.stream(values()).collect(Collectors.toMap(Rythme::word, it -> it));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The next Monday or first of the month after this moment, at seven in Paris. */
    Instant after(Instant moment) {
        var day = moment.atZone(PARIS).toLocalDate();
        var next =
                switch (this) {
                    case SEMAINE -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
                    case MOIS -> day.with(TemporalAdjusters.firstDayOfNextMonth());
                    case JAMAIS -> throw new IllegalStateException("no letter was wished");
                };
        return next.atTime(MORNING).atZone(PARIS).toInstant();
    }
}
