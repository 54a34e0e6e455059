package fr.socle.citoyen.store;

import fr.socle.citoyen.acces.Acces;
import fr.socle.citoyen.usages.Place;
import fr.socle.directory.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uses of data, by organisation, without persons. */
@Component
public class AccesStore {

    private final JdbcClient db;

    AccesStore(JdbcClient db) {
        this.db = db;
    }

    /** How often something was used; {@code what} is null where there is nothing to name. */
    public record Volume(@Nullable String what, long all, long refused) {}

    /** What one agent did in one day of Paris. */
    public record Day(UUID agent, LocalDate day, int all, int refused, int odd, Place last) {}

    /** Twice is once: a projection may be built again. */
    public void keep(List<Acces> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        INSERT INTO citoyen.acces (log, index, kind, organisation, agent, habilitation, data_set, fields,
                                                   refused, at, purge_month, seal)
                        SELECT log, index, kind, organisation, nullif(agent, '')::uuid, nullif(habilitation, '')::uuid,
                               nullif(data_set, ''), string_to_array(fields, ' '), refused, at, purge, seal
                          FROM unnest(:logs, :indexes, :kinds, :organisations, :agents, :habilitations, :sets, :fields,
                                      :refused, :at::timestamptz[], :purges::date[], :seals)
                               AS acces (log, index, kind, organisation, agent, habilitation, data_set, fields, refused, at,
                                       purge, seal)
                        ON CONFLICT (log, index) DO NOTHING
                        """)
                .param("logs", all(rows, Integer[]::new, it -> it.place().log()))
                .param("indexes", all(rows, Long[]::new, it -> it.place().index()))
                .param("kinds", all(rows, String[]::new, Acces::kind))
                .param("organisations", all(rows, UUID[]::new, it -> it.organisation().value()))
                .param("agents", all(rows, String[]::new, it -> Objects.toString(it.agent(), "")))
                .param(
                        "habilitations",
                        all(rows, String[]::new, it -> Objects.toString(it.habilitation(), "")))
                .param("sets", all(rows, String[]::new, Acces::dataSet))
                // codes of fields have no space
                .param("fields", all(rows, String[]::new, it -> String.join(" ", it.fields())))
                .param("refused", all(rows, Boolean[]::new, Acces::refused))
                .param("at", all(rows, String[]::new, it -> it.at().toString()))
                .param("purges", all(rows, String[]::new, it -> it.purge().atDay(1).toString()))
                .param("seals", all(rows, Long[]::new, Acces::seal))
                .update();
    }

    private static <T> T[] all(List<Acces> rows, IntFunction<T[]> array, Function<Acces, T> value) {
        return rows.stream().map(value).toArray(array);
    }

    public void drop(Place place) {
        db.sql("DELETE FROM citoyen.acces WHERE log = :log AND index = :index")
                .param("log", place.log())
                .param("index", place.index())
                .update();
    }

    public void dropSealed(long seal) {
        db.sql("DELETE FROM citoyen.acces WHERE seal = :seal AND seal <> 0")
                .param("seal", seal)
                .update();
    }

    public void dropUntil(YearMonth month) {
        db.sql("DELETE FROM citoyen.acces WHERE purge_month <= :month")
                .param("month", month.atDay(1))
                .update();
    }

    /** By habilitation, the most used first; openings of dossiers under none. */
    public List<Volume> byPurpose(OrganisationId organisation, Instant since) {
        return volumes(
                """
                SELECT habilitation::text AS what, count(*) AS all_of_them,
                       count(*) FILTER (WHERE refused) AS refused
                  FROM citoyen.acces WHERE organisation = :organisation AND at >= :since
                 GROUP BY habilitation ORDER BY 2 DESC, 1
                """,
                organisation,
                since);
    }

    /** By field, as {@code data set/field}. */
    public List<Volume> byField(OrganisationId organisation, Instant since) {
        return volumes(
                """
                SELECT data_set || '/' || field AS what, count(*) AS all_of_them,
                       count(*) FILTER (WHERE refused) AS refused
                  FROM citoyen.acces, unnest(fields) AS field
                 WHERE organisation = :organisation AND at >= :since AND data_set IS NOT NULL
                 GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100
                """,
                organisation,
                since);
    }

    /** What each agent did each day; odd: before seven, from eight in the evening, at weekends. */
    public List<Day> byAgentAndDay(OrganisationId organisation, Instant since) {
        return db.sql(
                        """
                        SELECT agent, (at AT TIME ZONE 'Europe/Paris')::date AS day, count(*) AS all_of_them,
                               count(*) FILTER (WHERE refused) AS refused,
                               count(*) FILTER (WHERE extract(hour FROM at AT TIME ZONE 'Europe/Paris') NOT BETWEEN 7 AND 19
                                                   OR extract(isodow FROM at AT TIME ZONE 'Europe/Paris') > 5) AS odd,
                               (max(ARRAY[log, index]))[1] AS log, (max(ARRAY[log, index]))[2] AS index
                          FROM citoyen.acces
                         WHERE organisation = :organisation AND at >= :since AND agent IS NOT NULL
                         GROUP BY agent, day ORDER BY day DESC, agent LIMIT 20000
                        """)
                .param("organisation", organisation.value())
                .param("since", Timestamp.from(since))
                .query(AccesStore::day)
                .list();
    }

    /** Who acted, if an agent of this organisation did. */
    public Optional<UUID> agentOf(Place place, OrganisationId organisation) {
        return db.sql(
                        """
                        SELECT agent FROM citoyen.acces
                         WHERE log = :log AND index = :index AND organisation = :organisation AND agent IS NOT NULL
                        """)
                .param("log", place.log())
                .param("index", place.index())
                .param("organisation", organisation.value())
                .query(UUID.class)
                .optional();
    }

    private List<Volume> volumes(String sql, OrganisationId organisation, Instant since) {
        return db.sql(sql)
                .param("organisation", organisation.value())
                .param("since", Timestamp.from(since))
                .query(
                        (row, _) ->
                                new Volume(
                                        row.getString("what"),
                                        row.getLong("all_of_them"),
                                        row.getLong("refused")))
                .list();
    }

    private static Day day(ResultSet row, int number) throws SQLException {
        return new Day(
                row.getObject("agent", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getInt("all_of_them"),
                row.getInt("refused"),
                row.getInt("odd"),
                new Place(row.getInt("log"), row.getLong("index")));
    }
}
