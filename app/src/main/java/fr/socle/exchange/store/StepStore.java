package fr.socle.exchange.store;

import fr.socle.exchange.reconcile.Counts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each exchange of the last days came. */
@Component
public class StepStore {

    private final JdbcClient db;

    StepStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param day of Paris, of its first step
     * @param outside whether a program of the organisation asked
     */
    public record Step(
            UUID echange,
            LocalDate day,
            UUID habilitation,
            String dataSet,
            boolean outside,
            boolean requested,
            boolean accorded,
            boolean received) {

        /** Both, of one exchange. */
        public Step and(Step other) {
            return new Step(
                    echange,
                    day.isBefore(other.day) ? day : other.day,
                    habilitation,
                    dataSet,
                    outside,
                    requested || other.requested,
                    accorded || other.accorded,
                    received || other.received);
        }
    }

    /** One line of the gateway's own counts. */
    public record Counted(UUID habilitation, String dataSet, boolean outside, Counts counts) {}

    /** Twice is once: a projection may be built again. */
    public void keep(Collection<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        INSERT INTO exchange.step AS present
                               (echange, day, habilitation, data_set, outside, requested, accorded, received)
                        SELECT * FROM unnest(:echanges, :days::date[], :habilitations, :sets, :outside, :requested,
                                             :accorded, :received)
                        ON CONFLICT (echange) DO UPDATE
                           SET day = least(present.day, excluded.day),
                               requested = present.requested OR excluded.requested,
                               accorded = present.accorded OR excluded.accorded,
                               received = present.received OR excluded.received
                        """)
                .param("echanges", all(steps, UUID[]::new, Step::echange))
                .param("days", all(steps, String[]::new, it -> it.day().toString()))
                .param("habilitations", all(steps, UUID[]::new, Step::habilitation))
                .param("sets", all(steps, String[]::new, Step::dataSet))
                .param("outside", all(steps, Boolean[]::new, Step::outside))
                .param("requested", all(steps, Boolean[]::new, Step::requested))
                .param("accorded", all(steps, Boolean[]::new, Step::accorded))
                .param("received", all(steps, Boolean[]::new, Step::received))
                .update();
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
        db.sql("DELETE FROM exchange.step WHERE day < :day").param("day", day).update();
    }
}
