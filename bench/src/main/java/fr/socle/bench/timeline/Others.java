package fr.socle.bench.timeline;

import fr.socle.kernel.PersonRef;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everybody else's entries, made in SQL in a log of their own, spread over the months like those of
 * three years; the person's lines are laid again among theirs, as the years would have laid them.
 */
final class Others {

    private static final int LOG = 0;
    private static final int MONTHS = 36;
    private static final int PEOPLE = 500_000;

    private final JdbcClient db;
    private final PersonRef person;
    private final YearMonth first = YearMonth.now(ZoneId.of("Europe/Paris")).plusMonths(1);
    private long made;

    Others(JdbcClient db, PersonRef person) {
        this.db = db;
        this.person = person;
    }

    /**
     * @param size how many there are afterwards, the person's included
     * @param own how many of them are the person's
     */
    void fill(long size, int own) {
        partitions();
        contents(size - own);
        usages(size, own);
        made = size - own;
        db.sql("VACUUM ANALYZE citoyen.usage").update();
        db.sql("VACUUM ANALYZE journal.leaf").update();
        db.sql("ANALYZE journal.content").update();
    }

    private void partitions() {
        for (int i = 0; i < MONTHS; i++) {
            var month = first.plusMonths(i).atDay(1);
            var there =
                    db.sql(
                                    """
                                    SELECT count(*) FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid
                                     WHERE i.inhparent = 'journal.content'::regclass
                                       AND pg_get_expr(c.relpartbound, c.oid) LIKE '%' || :month || '%'
                                    """)
                            .param("month", month.toString())
                            .query(Integer.class)
                            .single();
            if (there == 0) {
                db.sql(
                                "CREATE TABLE journal.content_banc_%d PARTITION OF journal.content FOR VALUES IN ('%s')"
                                        .formatted(i, month))
                        .update();
            }
        }
    }

    private void contents(long until) {
        db.sql(
                        """
                        INSERT INTO journal.leaf (log, index, log_entry, purge_month)
                        SELECT :log, g, decode(repeat('00', 65), 'hex'), (:first::date + make_interval(months => (g % :months)::int))::date
                          FROM generate_series(:from, :until) g
                        """)
                .param("log", LOG)
                .param("first", first.atDay(1))
                .param("months", MONTHS)
                .param("from", made)
                .param("until", until - 1)
                .update();
        db.sql(
                        """
                        INSERT INTO journal.content (purge_month, log, index, id, kind, written_at, parts)
                        SELECT (:first::date + make_interval(months => (g % :months)::int))::date, :log, g,
                               gen_random_uuid(), 'exchange.accorde', now(), decode(repeat('5a', 300), 'hex')
                          FROM generate_series(:from, :until) g
                        """)
                .param("log", LOG)
                .param("first", first.atDay(1))
                .param("months", MONTHS)
                .param("from", made)
                .param("until", until - 1)
                .update();
    }

    /** The person's own lines are drawn out and laid anew, one here and there among the others. */
    private void usages(long size, int own) {
        db.sql(
                        "CREATE TABLE IF NOT EXISTS citoyen.banc AS SELECT * FROM citoyen.usage WHERE person = :person")
                .param("person", person.value())
                .update();
        db.sql("TRUNCATE citoyen.usage").update();
        db.sql(
                        """
                        INSERT INTO citoyen.usage
                               (person, log, index, kind, family, written_at, organisation, purge_month, seal)
                        SELECT coalesce(o.person, md5((g % :people)::text)::uuid), coalesce(o.log, :log),
                               coalesce(o.index, g), coalesce(o.kind, 'exchange.accorde'), coalesce(o.family, 'echanges'),
                               now(), coalesce(o.organisation, 'Commune ' || g % 5000),
                               coalesce(o.purge_month, (:first::date + make_interval(months => (g % :months)::int))::date),
                               coalesce(o.seal, 1000000 + g % :people)
                          FROM generate_series(0::bigint, :last) g
                          LEFT JOIN (SELECT *, row_number() OVER (ORDER BY log, index) - 1 AS place FROM citoyen.banc) o
                                 ON o.place = CASE WHEN g % :step = 0 THEN g / :step END
                        """)
                .param("people", PEOPLE)
                .param("log", LOG)
                .param("first", first.atDay(1))
                .param("months", MONTHS)
                .param("last", size - 1)
                .param("step", size / own)
                .update();
    }
}
