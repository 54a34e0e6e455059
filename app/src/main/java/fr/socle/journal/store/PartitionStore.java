package fr.socle.journal.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The partitions of {@code journal.content} and {@code journal.link}, one per purge month each. */
@Component
public class PartitionStore {

    private static final List<String> TABLES = List.of("journal.content", "journal.link");

    private final JdbcClient db;
    private final TransactionTemplate alone;

    PartitionStore(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Makes the partitions of this month if they are missing. They are made apart and then
     * attached, because attaching lets readers and writers go on, while making it in place would
     * wait for a running backup.
     */
    public void ensure(LocalDate purgeMonth) {
        var month = YearMonth.from(purgeMonth);
        if (!TABLES.stream().allMatch(table -> exists(table, month))) {
            alone.executeWithoutResult(_ -> create(month));
        }
    }

    /** The months whose partitions exist and whose time has come. */
    public List<YearMonth> due(YearMonth now) {
        return db
                .sql(
                        """
                SELECT DISTINCT substring(inhrelid::regclass::text FROM '(\\d{4}_\\d{2})$') AS month FROM pg_inherits
                WHERE inhparent IN ('journal.content'::regclass, 'journal.link'::regclass)
                """)
                .query((row, _) -> YearMonth.parse(row.getString("month").replace('_', '-')))
                // because an open stream would keep its connection
                .list()
                .stream()
                .filter(month -> !month.isAfter(now))
                .sorted()
                .toList();
    }

    /**
     * Drops a month's parts and links, in the caller's transaction; gives up after two seconds
     * rather than stop the journal.
     */
    public void drop(YearMonth month) {
        db.sql("SET LOCAL lock_timeout = '2s'").update();
        for (var table : TABLES) {
            // because what an older version wrote has no links
            if (exists(table, month)) {
                db.sql("ALTER TABLE %s DETACH PARTITION %s".formatted(table, name(table, month)))
                        .update();
                db.sql("DROP TABLE " + name(table, month)).update();
            }
        }
    }

    private void create(YearMonth month) {
        db.sql("SELECT pg_advisory_xact_lock(hashtext(:name))")
                .param("name", name(TABLES.getFirst(), month))
                .query()
                .singleRow();
        TABLES.stream().filter(table -> !exists(table, month)).forEach(it -> create(it, month));
    }

    private void create(String table, YearMonth month) {
        var name = name(table, month);
        db.sql("CREATE TABLE %s (LIKE %s INCLUDING ALL)".formatted(name, table)).update();
        db.sql(
                        "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES IN ('%s')"
                                .formatted(table, name, month.atDay(1)))
                .update();
    }

    /** Not remembered: another node may have dropped it. */
    private boolean exists(String table, YearMonth month) {
        return db.sql("SELECT to_regclass(:name) IS NOT NULL")
                .param("name", name(table, month))
                .query(Boolean.class)
                .single();
    }

    private static String name(String table, YearMonth month) {
        return "%s_%04d_%02d".formatted(table, month.getYear(), month.getMonthValue());
    }
}
