package fr.socle.citoyen.store;

import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Filter;
import fr.socle.citoyen.usages.Place;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Which entries concern whom. */
@Component
public class UsageStore {

    /**
     * @param seal the number of the key that seals what the entry says of this person
     * @param exchange null when it is none that brought data
     * @param same equal in refusals that are the same; null in a line that stands alone
     */
    public record Row(
            PersonRef person,
            Place place,
            String kind,
            Instant writtenAt,
            String organisation,
            YearMonth purge,
            long seal,
            @Nullable Exchange exchange,
            byte @Nullable [] same) {}

    /**
     * What a line of an exchange says that its person does not read, and by which it is contested:
     * also when its log is closed.
     *
     * @param entry the id of the entry
     * @param consumer who obtained the data
     * @param dataSet code of what was obtained
     */
    public record Exchange(UUID entry, UUID consumer, String dataSet) {}

    /** One line, or the newest of the same refusals of one day. */
    public record Head(Place place, int times, Instant since) {}

    private static final String WANTED =
            """
            FROM citoyen.usage AS one
            WHERE person = :person AND family = ANY (:families)
              AND (:organisation::text IS NULL OR organisation = :organisation)
            """;

    /** The same refusal on the same day: yesterday's lines stay where the person read them. */
    private static final String SAME =
            """
            other.person = one.person AND other.log = one.log AND other.same = one.same
            AND date_trunc('day', other.written_at, 'Europe/Paris') = date_trunc('day', one.written_at, 'Europe/Paris')
            """;

    /** Asked line by line, so that the first page reads no more than it shows. */
    private static final String NEWEST_OF_THE_SAME =
            "AND (same IS NULL OR NOT EXISTS (SELECT FROM citoyen.usage AS other WHERE other.index > one.index AND "
                    + SAME
                    + "))\n";

    private final JdbcClient db;

    UsageStore(JdbcClient db) {
        this.db = db;
    }

    /** Twice is once: a projection may be built again. */
    public void keep(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.sql(
                        """
                INSERT INTO citoyen.usage
                       (person, log, index, kind, family, written_at, organisation, purge_month, seal,
                        entry, consumer, data_set, same)
                SELECT person, log, index, kind, family, written_at, organisation, purge_month, seal,
                       nullif(entry, '')::uuid, nullif(consumer, '')::uuid, nullif(data_set, ''),
                       nullif(same, ''::bytea)
                  FROM unnest(:persons, :logs, :indexes, :kinds, :families, :written::timestamptz[], :organisations,
                              :purges::date[], :seals, :entries, :consumers, :sets, :sames)
                       AS one (person, log, index, kind, family, written_at, organisation, purge_month, seal,
                               entry, consumer, data_set, same)
                ON CONFLICT (person, log, index) DO NOTHING
                """)
                .param("persons", all(rows, UUID[]::new, it -> it.person().value()))
                .param("logs", all(rows, Integer[]::new, it -> it.place().log()))
                .param("indexes", all(rows, Long[]::new, it -> it.place().index()))
                .param("kinds", all(rows, String[]::new, Row::kind))
                .param("families", all(rows, String[]::new, it -> Family.of(it.kind()).code()))
                .param("written", all(rows, String[]::new, it -> it.writtenAt().toString()))
                .param("organisations", all(rows, String[]::new, Row::organisation))
                .param("purges", all(rows, String[]::new, it -> it.purge().atDay(1).toString()))
                .param("seals", all(rows, Long[]::new, Row::seal))
                .param("entries", exchanges(rows, Exchange::entry))
                .param("consumers", exchanges(rows, Exchange::consumer))
                .param("sets", exchanges(rows, Exchange::dataSet))
                .param("sames", all(rows, byte[][]::new, UsageStore::same))
                .update();
    }

    private static <T> T[] all(List<Row> rows, IntFunction<T[]> array, Function<Row, T> value) {
        return rows.stream().map(value).toArray(array);
    }

    private static byte[] same(Row row) {
        var same = row.same();
        return same == null ? new byte[0] : same;
    }

    /** Empty when there is none: an array of texts holds no null. */
    private static String[] exchanges(List<Row> rows, Function<Exchange, Object> value) {
        return all(
                rows,
                String[]::new,
                it -> it.exchange() == null ? "" : value.apply(it.exchange()).toString());
    }

    /** Empty for a line of no exchange, and for one that was noted before this was. */
    public Optional<Exchange> exchange(PersonRef person, Place place) {
        return db.sql(
                        """
                SELECT entry, consumer, data_set FROM citoyen.usage
                WHERE person = :person AND log = :log AND index = :index AND entry IS NOT NULL
                """)
                .param("person", person.value())
                .param("log", place.log())
                .param("index", place.index())
                .query(
                        (row, _) ->
                                new Exchange(
                                        row.getObject("entry", UUID.class),
                                        row.getObject("consumer", UUID.class),
                                        row.getString("data_set")))
                .optional();
    }

    public void drop(Place place) {
        db.sql("DELETE FROM citoyen.usage WHERE log = :log AND index = :index")
                .param("log", place.log())
                .param("index", place.index())
                .update();
    }

    /** Everything that this key sealed. */
    public void dropSealed(long seal) {
        db.sql("DELETE FROM citoyen.usage WHERE seal = :seal").param("seal", seal).update();
    }

    /** Everything that was to be kept until this month or an earlier one. */
    public void dropUntil(YearMonth month) {
        db.sql("DELETE FROM citoyen.usage WHERE purge_month <= :month")
                .param("month", month.atDay(1))
                .update();
    }

    public boolean concerns(PersonRef person, Place place) {
        return db.sql(
                        """
                SELECT EXISTS (SELECT FROM citoyen.usage
                               WHERE person = :person AND log = :log AND index = :index)
                """)
                .param("person", person.value())
                .param("log", place.log())
                .param("index", place.index())
                .query(Boolean.class)
                .single();
    }

    public long count(PersonRef person, Filter filter) {
        return wanted("SELECT count(*) " + WANTED, person, filter).query(Long.class).single();
    }

    /** How many lines {@link #page} has in all. */
    public long lines(PersonRef person, Filter filter) {
        return wanted("SELECT count(*) " + WANTED + NEWEST_OF_THE_SAME, person, filter)
                .query(Long.class)
                .single();
    }

    /** The newest first; the same refusal on one day is one line. */
    public List<Head> page(PersonRef person, Filter filter, int limit, long offset) {
        return wanted(
                        """
                        SELECT log, index, written_at, together.times, together.since
                          FROM (SELECT * %s ORDER BY log DESC, index DESC LIMIT :limit OFFSET :offset) AS one
                          LEFT JOIN LATERAL (SELECT count(*) AS times, min(written_at) AS since
                                               FROM citoyen.usage AS other WHERE %s) AS together
                            ON one.same IS NOT NULL
                         ORDER BY log DESC, index DESC
                        """
                                .formatted(WANTED + NEWEST_OF_THE_SAME, SAME),
                        person,
                        filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> head(row))
                .list();
    }

    private static Head head(ResultSet row) throws SQLException {
        var since = row.getTimestamp("since");
        return new Head(
                new Place(row.getInt("log"), row.getLong("index")),
                since == null ? 1 : row.getInt("times"),
                (since == null ? row.getTimestamp("written_at") : since).toInstant());
    }

    /** The other refusals that are the same as this one, on its day; the newest first. */
    public List<Place> sameAs(PersonRef person, Place place, int limit) {
        return db.sql(
                        """
                        SELECT other.log, other.index
                          FROM citoyen.usage AS one JOIN citoyen.usage AS other ON %s
                         WHERE one.person = :person AND one.log = :log AND one.index = :index
                           AND other.index <> one.index
                         ORDER BY other.index DESC LIMIT :limit
                        """
                                .formatted(SAME))
                .param("person", person.value())
                .param("log", place.log())
                .param("index", place.index())
                .param("limit", limit)
                .query((row, _) -> new Place(row.getInt("log"), row.getLong("index")))
                .list();
    }

    /** The newest first of those before this place, whatever their family. */
    public List<Place> before(PersonRef person, Place place, int limit) {
        return db.sql(
                        """
                        SELECT log, index FROM citoyen.usage
                         WHERE person = :person AND (log, index) < (:log, :index)
                         ORDER BY log DESC, index DESC LIMIT :limit
                        """)
                .param("person", person.value())
                .param("log", place.log())
                .param("index", place.index())
                .param("limit", limit)
                .query((row, _) -> new Place(row.getInt("log"), row.getLong("index")))
                .list();
    }

    /** Those that ever did something with the person's data, by name. */
    public List<String> organisations(PersonRef person) {
        return db.sql(
                        """
                SELECT DISTINCT organisation FROM citoyen.usage
                WHERE person = :person AND organisation <> '' ORDER BY organisation
                """)
                .param("person", person.value())
                .query((row, _) -> row.getString("organisation"))
                .list();
    }

    private StatementSpec wanted(String sql, PersonRef person, Filter filter) {
        return db.sql(sql)
                .param("person", person.value())
                .param(
                        "families",
                        filter.families().stream().map(Family::code).toArray(String[]::new))
                .param("organisation", filter.organisation().orElse(null), Types.VARCHAR);
    }
}
