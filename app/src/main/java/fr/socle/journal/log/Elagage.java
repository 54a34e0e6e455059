package fr.socle.journal.log;

import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;

/**
 * A log begins later from now on: its lines before the minimum are gone, leaves included. Without
 * it a check would take a log whose beginning somebody removed for one that was pruned.
 */
public record Elagage(int log, long minimum) implements Entry {

    public static final Kind KIND = new Kind("journal.elagage", Retention.of(Period.ofYears(100)));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.readBy(Audience.AUDITEUR, Audience.DPO)
                        .with("journal", log)
                        .with("minimum", minimum));
    }
}
