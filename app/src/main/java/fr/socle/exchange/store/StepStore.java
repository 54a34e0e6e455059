package fr.socle.exchange.store;

import fr.socle.exchange.reconcile.Counts;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each exchange of the last days came, and which of them nobody ended yet. */
@Component
public class StepStore {

    private final JdbcClient db;

    StepStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param day of Paris, of its first step
     * @param outside whether a program of the organisation asked
     * @param entry of the question, in the journal; null when another step is told
     * @param ended whether it has an end, whichever
     */
    public record Step(
            UUID echange,
            LocalDate day,
            UUID habilitation,
            String dataSet,
            boolean outside,
            @Nullable UUID entry,
            boolean requested,
            boolean accorded,
            boolean received,
            boolean ended) {

        /** Both, of one exchange. */
        public Step and(Step other) {
            return new Step(
                    echange,
                    day.isBefore(other.day) ? day : other.day,
                    habilitation,
                    dataSet,
                    outside,
                    entry == null ? other.entry : entry,
                    requested || other.requested,
                    accorded || other.accorded,
                    received || other.received,
                    ended || other.ended);
        }

        /** The same, with its end. */
        public Step ended(boolean whole) {
            return new Step(
                    echange,
                    day,
                    habilitation,
                    dataSet,
                    outside,
                    entry,
                    requested,
                    accorded,
                    received || whole,
                    true);
        }
    }

    /**
     * An exchange whose end nobody wrote.
     *
     * @param entry of the question, in the journal
     * @param granted whether the data was free to leave
     */
    public record Left(UUID entry, boolean granted) {}

    /** One line of the gateway's own counts. */
    public record Counted(UUID habilitation, String dataSet, boolean outside, Counts counts) {}

    /** Twice is once: a projection may be built again. */
    public void keep(Collection<Step> steps, Instant now) {
        if (steps.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        INSERT INTO exchange.step AS present
                               (echange, day, habilitation, data_set, outside, entry, requested, accorded, received,
                                ended, seen_at)
                        SELECT echange, day, habilitation, data_set, outside, nullif(entry, '')::uuid, requested, accorded,
                               received, ended, :now
                          FROM unnest(:echanges, :days::date[], :habilitations, :sets, :outside, :entries, :requested,
                                      :accorded, :received, :ended)
                               AS step (echange, day, habilitation, data_set, outside, entry, requested, accorded,
                                        received, ended)
                        ON CONFLICT (echange) DO UPDATE
                           SET day = least(present.day, excluded.day),
                               entry = coalesce(present.entry, excluded.entry),
                               requested = present.requested OR excluded.requested,
                               accorded = present.accorded OR excluded.accorded,
                               received = present.received OR excluded.received,
                               ended = present.ended OR excluded.ended
                        """)
                .param("now", Timestamp.from(now))
                .param("echanges", all(steps, UUID[]::new, Step::echange))
                .param("days", all(steps, String[]::new, it -> it.day().toString()))
                .param("habilitations", all(steps, UUID[]::new, Step::habilitation))
                .param("sets", all(steps, String[]::new, Step::dataSet))
                .param("outside", all(steps, Boolean[]::new, Step::outside))
                .param("entries", all(steps, String[]::new, it -> Objects.toString(it.entry(), "")))
                .param("requested", all(steps, Boolean[]::new, Step::requested))
                .param("accorded", all(steps, Boolean[]::new, Step::accorded))
                .param("received", all(steps, Boolean[]::new, Step::received))
                .param("ended", all(steps, Boolean[]::new, Step::ended))
                .update();
    }

    /**
     * Ends exchanges that are known.
     *
     * @param whole whether their answers were taken to the last byte
     */
    public void end(Collection<UUID> echanges, boolean whole) {
        if (echanges.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        UPDATE exchange.step SET received = received OR :whole, ended = true
                         WHERE echange = ANY (:echanges)
                        """)
                .param("whole", whole)
                .param("echanges", echanges.toArray(UUID[]::new))
                .update();
    }

    /** Takes some that were seen before this time. No two transactions take the same. */
    public List<Left> take(Instant before, int most) {
        return db.sql(
                        """
                        UPDATE exchange.step SET ended = true
                         WHERE echange IN (SELECT echange FROM exchange.step
                                            WHERE NOT ended AND entry IS NOT NULL AND seen_at < :before
                                            ORDER BY seen_at
                                            LIMIT :most
                                              FOR UPDATE SKIP LOCKED)
                        RETURNING entry, accorded
                        """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query(
                        (row, _) ->
                                new Left(
                                        row.getObject("entry", UUID.class),
                                        row.getBoolean("accorded")))
                .list();
    }

    private static <T> T[] all(
            Collection<Step> steps, IntFunction<T[]> array, Function<Step, T> value) {
        return steps.stream().map(value).toArray(array);
    }

    /** What the entries of this day tell. */
    public List<Counted> counts(LocalDate day) {
        return db.sql(
                        """
                        SELECT habilitation, data_set, outside,
                               count(*) FILTER (WHERE requested) AS requested,
                               count(*) FILTER (WHERE accorded) AS accorded,
                               count(*) FILTER (WHERE received) AS received,
                               count(*) FILTER (WHERE accorded AND NOT requested OR received AND NOT accorded)
                                   AS violations
                          FROM exchange.step WHERE day = :day
                         GROUP BY habilitation, data_set, outside
                         ORDER BY habilitation, data_set, outside
                        """)
                .param("day", day)
                .query(
                        (row, _) ->
                                new Counted(
                                        row.getObject("habilitation", UUID.class),
                                        row.getString("data_set"),
                                        row.getBoolean("outside"),
                                        new Counts(
                                                row.getLong("requested"),
                                                row.getLong("accorded"),
                                                row.getLong("received"),
                                                row.getLong("violations"))))
                .list();
    }

    /** The days that have steps, before this one. */
    public List<LocalDate> daysBefore(LocalDate day) {
        return db.sql("SELECT DISTINCT day FROM exchange.step WHERE day < :day ORDER BY day")
                .param("day", day)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    public void forgetBefore(LocalDate day) {
        db.sql("DELETE FROM exchange.step WHERE day < :day AND ended").param("day", day).update();
    }
}
