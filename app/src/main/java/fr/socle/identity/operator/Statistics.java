package fr.socle.identity.operator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many sign-ins there were, by day, provider, service, level and outcome. */
@Component
public class Statistics {

    private static final Map<By, String> COLUMNS =
            Map.of(
                    By.DAY, "day::text",
                    By.PROVIDER, "provider",
                    By.SERVICE, "client_id",
                    By.LEVEL, "level",
                    By.OUTCOME, "outcome");

    /** What people call them; nothing where the page has words of its own. */
    private static final Map<By, String> NAMES =
            Map.of(
                    By.PROVIDER, "SELECT label FROM identity.provider WHERE uid = sums.of",
                    By.SERVICE, "SELECT name FROM identity.client WHERE client_id = sums.of");

    /** What lines are added up by. */
    public enum By {
        DAY,
        PROVIDER,
        SERVICE,
        LEVEL,
        OUTCOME
    }

    /**
     * One sum: how many went well and how many badly.
     *
     * @param name of the provider or service; {@code of} again for all else, and for one that is
     *     gone
     */
    public record Sum(String of, String name, long good, long bad) {}

    /** One cell, as it is kept. */
    public record Cell(
            LocalDate day,
            String provider,
            String clientId,
            String level,
            String outcome,
            long counted) {}

    private final JdbcClient db;

    Statistics(JdbcClient db) {
        this.db = db;
    }

    /** Sums between two days, both counted; days in their order, all else the greatest first. */
    public List<Sum> sums(By by, LocalDate from, LocalDate to) {
        var sql =
                """
                WITH sums AS (
                    SELECT %s AS of,
                           coalesce(sum(counted) FILTER (WHERE outcome = 'ok'), 0) AS good,
                           coalesce(sum(counted) FILTER (WHERE outcome <> 'ok'), 0) AS bad
                      FROM identity.sign_in_count WHERE day BETWEEN :from AND :to
                     GROUP BY 1 ORDER BY %s LIMIT 400)
                SELECT of, good, bad, coalesce((%s), of) AS name FROM sums ORDER BY %s
                """
                        .formatted(
                                COLUMNS.get(by),
                                order(by),
                                NAMES.getOrDefault(by, "NULL"),
                                order(by));
        return db.sql(sql)
                .param("from", from)
                .param("to", to)
                .query(
                        (row, _) ->
                                new Sum(
                                        row.getString("of"),
                                        row.getString("name"),
                                        row.getLong("good"),
                                        row.getLong("bad")))
                .list();
    }

    private static String order(By by) {
        return by == By.DAY ? "1" : "good DESC, bad DESC, 1";
    }

    public List<Cell> cells(LocalDate from, LocalDate to) {
        return db.sql(
                        """
                        SELECT day, provider, client_id, level, outcome, counted
                          FROM identity.sign_in_count WHERE day BETWEEN :from AND :to
                         ORDER BY day, provider, client_id, level, outcome
                        """)
                .param("from", from)
                .param("to", to)
                .query(
                        (row, _) ->
                                new Cell(
                                        row.getObject("day", LocalDate.class),
                                        row.getString("provider"),
                                        row.getString("client_id"),
                                        row.getString("level"),
                                        row.getString("outcome"),
                                        row.getLong("counted")))
                .list();
    }
}
