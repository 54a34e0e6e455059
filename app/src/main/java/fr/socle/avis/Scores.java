package fr.socle.avis;

import fr.socle.kernel.Periode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Marks and counts of opinions, exact at the moment of asking and read from aggregates: no question
 * depends on how many opinions there are. Days are those of Paris; a period without end takes in
 * everything since its start. A ministry or an administration is the collection of its services.
 */
public interface Scores {

    /** The longest interval there is: since the first opinion. */
    Periode<LocalDate> EVER = Periode.from(LocalDate.of(2000, 1, 1));

    /** How the days of an interval are cut. */
    enum Step {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /** What was said in the part of the interval that begins on this day. */
    record Dated(LocalDate start, Split split) {}

    Split of(JudgedId service, Periode<LocalDate> days);

    /** Of all these services together. */
    Split of(Collection<JudgedId> services, Periode<LocalDate> days);

    /** Of every service. */
    Split overall(Periode<LocalDate> days);

    /** Each service of which somebody said something in these days. */
    Map<JudgedId, Split> byService(Periode<LocalDate> days);

    /** Each form of the service through which somebody said something. */
    Map<UUID, Split> byForm(JudgedId service, Periode<LocalDate> days);

    /** How it went in time; parts in which nobody said anything are left out. */
    List<Dated> course(JudgedId service, Periode<LocalDate> days, Step step);

    /** How many dossiers were decided: those whose usagers were asked. */
    long decisions(JudgedId service, Periode<LocalDate> days);
}
