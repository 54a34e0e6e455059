package fr.socle.journal.fire;

import fr.socle.journal.LoggedEntry;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.journal.Projection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A projection that writes down everything that it is shown, in the order in which it was shown. As
 * long as it is told to fail it fails in the middle of its batch.
 */
final class Collecting implements Projection {

    static final String TABLE =
            "CREATE TABLE vu (n bigint GENERATED ALWAYS AS IDENTITY, index bigint, id uuid, kind text)";

    /** Shared by the nodes of a test: how many batches are still to fail, and how many did. */
    static final AtomicInteger TO_FAIL = new AtomicInteger();

    static final AtomicInteger FAILED = new AtomicInteger();

    private final JdbcClient db;

    Collecting(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "essai";
    }

    @Override
    public void apply(List<LoggedEntry> entries) {
        var fails = TO_FAIL.getAndUpdate(it -> Math.max(0, it - 1)) > 0;
        var last = fails ? ThreadLocalRandom.current().nextInt(entries.size()) : -1;
        for (int i = 0; i < entries.size(); i++) {
            write(entries.get(i));
            if (i == last) {
                FAILED.incrementAndGet();
                throw new IllegalStateException("a failure in the middle, made for the test");
            }
        }
    }

    private void write(LoggedEntry entry) {
        db.sql("INSERT INTO vu (index, id, kind) VALUES (:index, :id::uuid, :kind)")
                .param("index", entry.index())
                .param("id", entry.content().map(Content::id).map(UUID::toString).orElse(null))
                .param("kind", entry.content().map(Content::kind).orElse(null))
                .update();
    }
}
