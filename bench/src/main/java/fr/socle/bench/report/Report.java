package fr.socle.bench.report;

import fr.socle.bench.measure.Machine;
import java.time.Instant;
import java.util.List;

/**
 * What one bench found.
 *
 * @param at when it ended
 * @param notes what a reader must know to understand the figures
 */
public record Report(
        String bench,
        Instant at,
        Machine machine,
        List<Section> sections,
        List<Limit> limits,
        List<String> notes) {

    public Report {
        sections = List.copyOf(sections);
        limits = List.copyOf(limits);
        notes = List.copyOf(notes);
    }

    public boolean holds() {
        return limits.stream().allMatch(Limit::holds);
    }
}
