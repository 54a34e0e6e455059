package fr.socle.exchange.desk.web;

import fr.socle.exchange.provider.Pulse;
import fr.socle.exchange.store.PulseStore.Day;
import fr.socle.ui.Page;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How one provider answered each day, for everyone. */
public record HistoryPage(StatusPage.Line line, LocalDate today) implements Page {

    /** How wide and high the picture is, in its own units. */
    public static final int WIDTH = Pulse.DAYS * 8;

    public static final int HEIGHT = 40;

    /** Where a day stands, from the left. */
    public long left(Day day) {
        return 8 * (Pulse.DAYS - 1 - ChronoUnit.DAYS.between(day.day(), today));
    }

    /** How high its good answers stand. */
    public static long height(Day day) {
        return HEIGHT * day.ok() / Math.max(1, day.ok() + day.failed());
    }

    public List<Day> days() {
        return line.days();
    }
}
