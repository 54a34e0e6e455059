package fr.socle.identity.usager.store;

import fr.socle.identity.usager.LineFilter;
import fr.socle.kernel.PersonRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Which entries of the journal tell whom of their own identity. */
@Component
public class LineStore {

    /** Where an entry stands in the journal. */
    public record Place(int log, long index) {}

    /**
     * @param seal the number of the key that seals what the entry says of this person
     */
    public record Row(
            PersonRef person,
            Place place,
            String kind,
            Instant writtenAt,
            String clientId,
            String service,
            String provider,
            String code,
            YearMonth purge,
            long seal) {}

    /** A sign-in, without the person. */
    public record SignIn(String service, String provider, Instant at) {}

    private static final String WANTED =
            """
             FROM identity.own_line
             WHERE person = :person AND written_at >= :since
               AND (:service = '' OR service = :service) AND (:provider = '' OR provider = :provider)
               AND (:sort = 'tout'
                    OR (kind IN ('identity.connexion', 'identity.deconnexion', 'identity.connexion-refusee'))
                       = (:sort = 'connexions'))
            """;

    private final JdbcClient db;

    LineStore(JdbcClient db) {
        this.db = db;
    }

    /** Twice is once: a projection may be built again. */
    public void keep(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        INSERT INTO identity.own_line
                               (person, log, index, kind, written_at, client_id, service, provider, code,
                                purge_month, seal)
                        SELECT * FROM unnest(:persons, :logs, :indexes, :kinds, :written::timestamptz[], :clients, :services,
                                             :providers, :codes, :purges::date[], :seals)
                        ON CONFLICT (person, log, index) DO NOTHING
                        """)
                .param("persons", all(rows, UUID[]::new, it -> it.person().value()))
                .param("logs", all(rows, Integer[]::new, it -> it.place().log()))
                .param("indexes", all(rows, Long[]::new, it -> it.place().index()))
                .param("kinds", all(rows, String[]::new, Row::kind))
                .param("written", all(rows, String[]::new, it -> it.writtenAt().toString()))
                .param("clients", all(rows, String[]::new, Row::clientId))
                .param("services", all(rows, String[]::new, Row::service))
                .param("providers", all(rows, String[]::new, Row::provider))
                .param("codes", all(rows, String[]::new, Row::code))
                .param("purges", all(rows, String[]::new, it -> it.purge().atDay(1).toString()))
                .param("seals", all(rows, Long[]::new, Row::seal))
                .update();
    }

    private static <T> T[] all(List<Row> rows, IntFunction<T[]> array, Function<Row, T> value) {
        return rows.stream().map(value).toArray(array);
    }

    public void drop(Place place) {
        db.sql("DELETE FROM identity.own_line WHERE log = :log AND index = :index")
                .param("log", place.log())
                .param("index", place.index())
                .update();
    }

    /** Everything that this key sealed. */
    public void dropSealed(long seal) {
        db.sql("DELETE FROM identity.own_line WHERE seal = :seal").param("seal", seal).update();
    }

    /** Everything that was to be kept until this month or an earlier one. */
    public void dropUntil(YearMonth month) {
        db.sql("DELETE FROM identity.own_line WHERE purge_month <= :month")
                .param("month", month.atDay(1))
                .update();
    }

    public long count(PersonRef person, LineFilter filter) {
        return wanted("SELECT count(*)" + WANTED, person, filter).query(Long.class).single();
    }

    /** The newest first. */
    public List<Place> page(PersonRef person, LineFilter filter, int limit, long offset) {
        return wanted(
                        "SELECT log, index"
                                + WANTED
                                + " ORDER BY log DESC, index DESC LIMIT :limit OFFSET :offset",
                        person,
                        filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> new Place(row.getInt("log"), row.getLong("index")))
                .list();
    }

    public List<String> services(PersonRef person) {
        return distinct("service", person);
    }

    public List<String> providers(PersonRef person) {
        return distinct("provider", person);
    }

    public List<String> clients(PersonRef person) {
        return distinct("client_id", person);
    }

    private List<String> distinct(String column, PersonRef person) {
        return db.sql(
                        """
                        SELECT DISTINCT %1$s FROM identity.own_line
                         WHERE person = :person AND %1$s <> '' ORDER BY %1$s
                        """
                                .formatted(column))
                .param("person", person.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /**
     * The client ids of sign-ins since then, unless the person left or ended all sessions since.
     */
    public List<String> usedSince(PersonRef person, Instant since) {
        return db.sql(
                        """
                        SELECT DISTINCT it.client_id FROM identity.own_line it
                         WHERE it.person = :person AND it.kind = 'identity.connexion' AND it.written_at >= :since
                           AND NOT EXISTS (
                               SELECT FROM identity.own_line later
                                WHERE later.person = :person AND (later.log, later.index) > (it.log, it.index)
                                  AND (later.kind = 'identity.sessions-fermees'
                                       OR later.kind = 'identity.deconnexion' AND later.client_id = it.client_id))
                        """)
                .param("person", person.value())
                .param("since", Timestamp.from(since))
                .query((row, _) -> row.getString(1))
                .list();
    }

    public List<SignIn> underCode(String code) {
        return db.sql(
                        """
                        SELECT service, provider, written_at FROM identity.own_line
                         WHERE code = :code AND code <> '' ORDER BY log, index LIMIT 100
                        """)
                .param("code", code)
                .query(
                        (row, _) ->
                                new SignIn(
                                        row.getString("service"),
                                        row.getString("provider"),
                                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    private StatementSpec wanted(String sql, PersonRef person, LineFilter filter) {
        return db.sql(sql)
                .param("person", person.value())
                .param("since", Timestamp.from(filter.since()))
                .param("service", filter.service())
                .param("provider", filter.provider())
                .param("sort", filter.sort().code());
    }
}
