package fr.socle.journal.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The partitions of {@code journal.content}, one per purge month. */
@Component
public class PartitionStore {

    private final JdbcClient db;
    private final TransactionTemplate alone;

    PartitionStore(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Makes the partition of this month if it is missing. It is made apart and then attached,
     * because attaching lets readers and writers go on, while making it in place would wait for a
     * running backup.
     */
    public void ensure(LocalDate purgeMonth) {
        var month = YearMonth.from(purgeMonth);
        if (!exists(month)) {
            alone.executeWithoutResult(_ -> create(month));
        }
    }

    /** The months whose partitions exist and whose time has come. */
    public List<YearMonth> due(YearMonth now) {
        return db
                .sql(
                        """
                SELECT substring(inhrelid::regclass::text FROM '(\\d{4}_\\d{2})$') AS month FROM pg_inherits
                WHERE inhparent = 'journal.content'::regclass
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
     * Drops a month's parts, in the caller's transaction; gives up after two seconds rather than
     * stop the journal.
     */
    public void drop(YearMonth month) {
        db.sql("SET LOCAL lock_timeout = '2s'").update();
        db.sql("ALTER TABLE journal.content DETACH PARTITION " + name(month)).update();
        db.sql("DROP TABLE " + name(month)).update();
    }

    private void create(YearMonth month) {
        db.sql("SELECT pg_advisory_xact_lock(hashtext(:name))")
                .param("name", name(month))
                .query()
                .singleRow();
        if (!exists(month)) {
            db.sql("CREATE TABLE " + name(month) + " (LIKE journal.content INCLUDING ALL)")
                    .update();
            db.sql(
                            "ALTER TABLE journal.content ATTACH PARTITION "
                                    + name(month)
                                    + " FOR VALUES IN ('"
                                    + month.atDay(1)
                                    + "')")
                    .update();
        }
    }

    /** Not remembered: another node may have dropped it. */
    private boolean exists(YearMonth month) {
        return db.sql("SELECT to_regclass(:name) IS NOT NULL")
                .param("name", name(month))
                .query(Boolean.class)
                .single();
    }

    private static String name(YearMonth month) {
        return "journal.content_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
    }
}
