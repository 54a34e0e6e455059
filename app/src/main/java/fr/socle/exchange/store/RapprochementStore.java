package fr.socle.exchange.store;

import fr.socle.exchange.reconcile.Counts;
import fr.socle.exchange.reconcile.Declared;
import fr.socle.exchange.reconcile.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each side declared of a day, and what came of comparing. */
@Component
public class RapprochementStore {

    private final JdbcClient db;

    RapprochementStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A count as one side declares it.
     *
     * @param author the program's id, or the code of the provider's data set
     * @param habilitation null for a provider
     */
    public record Decompte(
            LocalDate day,
            Line.Side side,
            String author,
            @Nullable UUID habilitation,
            String dataSet,
            Declared counts) {}

    /** The last word of an author counts. False once the day was reconciled. */
    public boolean declare(Decompte it, Instant now) {
        return db.sql(
                                """
                                INSERT INTO exchange.decompte
                                       (day, side, author, habilitation, data_set, requested, answered, declared_at)
                                SELECT :day, :side, :author, :habilitation::uuid, :set, :requested, :answered, :now::timestamptz
                                 WHERE NOT EXISTS (SELECT FROM exchange.rapprochement WHERE day = :day)
                                ON CONFLICT (day, side, author, data_set) DO UPDATE
                                   SET requested = excluded.requested, answered = excluded.answered,
                                       declared_at = excluded.declared_at
                                """)
                        .param("day", it.day())
                        .param("side", it.side().word())
                        .param("author", it.author())
                        .param("habilitation", it.habilitation(), Types.OTHER)
                        .param("set", it.dataSet())
                        .param("requested", it.counts().requested())
                        .param("answered", it.counts().answered())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Every program's of an habilitation together, each provider's. */
    public List<Line> declared(LocalDate day) {
        return db.sql(
                        """
                        SELECT side, habilitation, data_set, 0 AS requested, 0 AS accorded, 0 AS received, 0 AS violations,
                               sum(requested)::bigint AS declared_requested, sum(answered)::bigint AS declared_answered
                          FROM exchange.decompte WHERE day = :day
                         GROUP BY side, habilitation, data_set
                         ORDER BY side, habilitation, data_set
                        """)
                .param("day", day)
                .query((row, _) -> line(row))
                .list();
    }

    /** False when this day was reconciled before, by whichever node. */
    public boolean begin(LocalDate day, Instant now) {
        return db.sql(
                                "INSERT INTO exchange.rapprochement (day, made_at) VALUES (:day, :now) ON CONFLICT DO NOTHING")
                        .param("day", day)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    public void add(LocalDate day, Line line) {
        var declared = line.declared();
        db.sql(
                        """
                        INSERT INTO exchange.rapprochement_line
                               (day, side, habilitation, data_set, requested, accorded, received, violations,
                                declared_requested, declared_answered)
                        VALUES (:day, :side, :habilitation, :set, :requested, :accorded, :received, :violations,
                                :declaredRequested, :declaredAnswered)
                        """)
                .param("day", day)
                .param("side", line.side().word())
                .param("habilitation", line.habilitation(), Types.OTHER)
                .param("set", line.dataSet())
                .param("requested", line.counts().requested())
                .param("accorded", line.counts().accorded())
                .param("received", line.counts().received())
                .param("violations", line.counts().violations())
                .param(
                        "declaredRequested",
                        declared == null ? null : declared.requested(),
                        Types.BIGINT)
                .param(
                        "declaredAnswered",
                        declared == null ? null : declared.answered(),
                        Types.BIGINT)
                .update();
    }

    /** The days that were reconciled since this one, the latest first. */
    public List<LocalDate> daysSince(LocalDate day) {
        return db.sql("SELECT day FROM exchange.rapprochement WHERE day >= :day ORDER BY day DESC")
                .param("day", day)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    /** By day. */
    public Map<LocalDate, List<Line>> linesSince(LocalDate day) {
        record Dated(LocalDate day, Line line) {}
        return db
                .sql(
                        """
                        SELECT * FROM exchange.rapprochement_line WHERE day >= :day
                         ORDER BY day DESC, side, data_set, habilitation
                        """)
                .param("day", day)
                .query((row, _) -> new Dated(row.getObject("day", LocalDate.class), line(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Dated::day, Collectors.mapping(Dated::line, Collectors.toList())));
    }

    /** Of this data set's provider; the one before ends. */
    public void token(String dataSet, byte[] hash, Instant now) {
        db.sql(
                        """
                        INSERT INTO exchange.decompte_token (data_set, hash, issued_at) VALUES (:set, :hash, :now)
                        ON CONFLICT (data_set) DO UPDATE SET hash = excluded.hash, issued_at = excluded.issued_at
                        """)
                .param("set", dataSet)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .update();
    }

    public Optional<String> dataSetOf(byte[] hash) {
        return db.sql("SELECT data_set FROM exchange.decompte_token WHERE hash = :hash")
                .param("hash", hash)
                .query(String.class)
                .optional();
    }

    private static Line line(ResultSet row) throws SQLException {
        var requested = row.getLong("declared_requested");
        var declared = !row.wasNull();
        return new Line(
                Line.Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                row.getObject("habilitation", UUID.class),
                row.getString("data_set"),
                new Counts(
                        row.getLong("requested"),
                        row.getLong("accorded"),
                        row.getLong("received"),
                        row.getLong("violations")),
                declared ? new Declared(requested, row.getLong("declared_answered")) : null);
    }
}
