package fr.socle.avis.api;

import fr.socle.avis.Count;
import fr.socle.avis.Kind;
import fr.socle.avis.Scores.Dated;
import fr.socle.avis.Split;
import fr.socle.avis.Tally;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a procedure, as programs read it.
 *
 * @param du the first month, {@code 2026-01}
 * @param au the last one
 * @param decisions how many dossiers were decided: those whose usagers were asked
 */
record Statistics(String demarche, String du, String au, long decisions, List<Part> parts) {

    Statistics {
        parts = List.copyOf(parts);
    }

    /**
     * @param debut its first day
     * @param avis by kind: {@code verified}, {@code open}
     */
    record Part(LocalDate debut, Map<String, Marks> avis) {

        Part {
            avis = Map.copyOf(avis);
        }

        static Part of(Dated dated) {
            return of(dated.start(), dated.split());
        }

        static Part of(LocalDate start, Split split) {
            var kinds = new TreeMap<String, Marks>();
            for (var kind : Kind.values()) {
                kinds.put(kind.code(), Marks.of(split.of(kind)));
            }
            return new Part(start, kinds);
        }
    }

    /**
     * Out of ten, with one decimal; null while nobody answered.
     *
     * @param reponses how often each answer was given
     */
    record Marks(
            long avis,
            @Nullable BigDecimal satisfaction,
            @Nullable BigDecimal comprehension,
            @Nullable BigDecimal aideJoignable,
            @Nullable BigDecimal aideEfficace,
            @Nullable BigDecimal autonomie,
            Map<String, Long> reponses) {

        Marks {
            reponses = Map.copyOf(reponses);
        }

        static Marks of(Tally tally) {
            var answers = new TreeMap<String, Long>();
            Arrays.stream(Count.values())
                    .filter(it -> it != Count.OPINIONS)
                    .forEach(it -> answers.put(it.column(), tally.of(it)));
            return new Marks(
                    tally.opinions(),
                    tally.satisfactionMark().orElse(null),
                    tally.clarityMark().orElse(null),
                    tally.reachable().orElse(null),
                    tally.helpMark().orElse(null),
                    tally.autonomy().orElse(null),
                    answers);
        }
    }
}
