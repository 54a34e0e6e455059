package fr.socle.avis.observatoire.indicator;

import fr.socle.avis.observatoire.listing.ListedDemarche;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every listed procedure with its twelve indicators.
 *
 * @param first the first day of the three months that it looks at
 * @param last their last day
 */
public record Board(LocalDate first, LocalDate last, List<Line> lines) {

    public Board {
        lines = List.copyOf(lines);
    }

    /**
     * One procedure.
     *
     * @param opinions how many were given in these days
     * @param volumeOnline how often it was done online in twelve months; null: not known
     * @param declaredOn when its declaration of accessibility was published; null: there is none
     */
    public record Line(
            ListedDemarche demarche,
            long opinions,
            @Nullable Long volumeOnline,
            @Nullable LocalDate declaredOn,
            Map<Indicator, Value> values) {

        public Line {
            values = Map.copyOf(values);
        }

        public Value value(Indicator indicator) {
            return values.getOrDefault(indicator, Value.UNKNOWN);
        }
    }

    public Optional<Line> line(UUID demarche) {
        return lines.stream().filter(it -> it.demarche().id().equals(demarche)).findFirst();
    }

    public Scores scores() {
        return Scores.of(lines.stream().map(Line::values).toList());
    }
}
