package fr.socle.avis.observatoire.indicator;

import fr.socle.avis.Grade;
import fr.socle.avis.JudgedId;
import fr.socle.avis.Marked;
import fr.socle.avis.Satisfaction;
import fr.socle.avis.Split;
import fr.socle.kernel.Periode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads opinions from their aggregates: no board depends on how many there are. */
@Component
class StoredOpinions implements Opinions {

    private final fr.socle.avis.Scores scores;
    private final JdbcClient db;

    StoredOpinions(fr.socle.avis.Scores scores, JdbcClient db) {
        this.scores = scores;
        this.db = db;
    }

    @Override
    public Map<UUID, Marks> between(LocalDate first, LocalDate last) {
        var days = days(first, last);
        var decisions = decisions(days);
        var found = new HashMap<UUID, Marks>();
        scores.byService(days)
                .forEach(
                        (it, split) ->
                                found.put(
                                        it.value(),
                                        marks(split, decisions.getOrDefault(it.value(), 0L))));
        return found;
    }

    @Override
    public Marks of(UUID demarche, LocalDate first, LocalDate last) {
        var judged = new JudgedId(demarche);
        var days = days(first, last);
        var split = scores.of(judged, days);
        return split.all().opinions() == 0
                ? Marks.NONE
                : marks(split, scores.decisions(judged, days));
    }

    private Map<UUID, Long> decisions(Periode<LocalDate> days) {
        var found = new HashMap<UUID, Long>();
        db.sql(
                        """
                        SELECT demarche, count(*) AS decisions
                          FROM avis.decision
                         WHERE day >= :from AND day < :to
                         GROUP BY demarche
                        """)
                .param("from", days.start())
                .param("to", days.end())
                .query(
                        row -> {
                            found.put(
                                    row.getObject("demarche", UUID.class),
                                    row.getLong("decisions"));
                        });
        return found;
    }

    private static Periode<LocalDate> days(LocalDate first, LocalDate last) {
        return new Periode<>(first, last.plusDays(1));
    }

    private static Marks marks(Split split, long decisions) {
        var all = split.all();
        return new Marks(
                all.opinions(),
                decisions,
                all.satisfactionMark().orElse(null),
                all.clarityMark().orElse(null),
                all.reachable().orElse(null),
                all.helpMark().orElse(null),
                all.autonomy().orElse(null),
                answers(Satisfaction.values(), all.satisfaction()),
                answers(Grade.values(), all.clarity()),
                split);
    }

    private static <T extends Marked> List<Answers> answers(T[] order, Map<T, Long> counts) {
        return Arrays.stream(order)
                .map(it -> new Answers(it.code(), counts.getOrDefault(it, 0L)))
                .toList();
    }
}
