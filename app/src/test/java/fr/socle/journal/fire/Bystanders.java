package fr.socle.journal.fire;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;

/**
 * Those who share the database with the journal: a transaction that wrote and stays open, another
 * that only looks and stays open, and a backup that never ends (one snapshot, ACCESS SHARE on every
 * table, COPY: what pg_dump does).
 */
final class Bystanders implements AutoCloseable {

    private final Cluster cluster;
    private final String database;
    private final Connection writer;
    private final Connection reader;
    private final Thread copier;
    private final AtomicInteger copies = new AtomicInteger();
    private volatile boolean going = true;

    Bystanders(Cluster cluster, String database) throws SQLException {
        this.cluster = cluster;
        this.database = database;
        cluster.execute(database, "CREATE TABLE autre (n int)");
        writer = open("INSERT INTO autre VALUES (1)");
        reader = open("SELECT count(*) FROM journal.pending");
        copier = Thread.ofPlatform().daemon().start(this::copyAgainAndAgain);
    }

    /** How many whole copies were made. */
    int copies() {
        return copies.get();
    }

    /** Commits; fails if something had ended the transactions meanwhile. */
    @Override
    public void close() throws SQLException {
        going = false;
        join();
        writer.commit();
        reader.commit();
        writer.close();
        reader.close();
    }

    private void join() {
        try {
            copier.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Connection open(String first) throws SQLException {
        var connection = cluster.connect(database);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute(first);
        }
        return connection;
    }

    private void copyAgainAndAgain() {
        while (going) {
            try (var connection = cluster.connect(database)) {
                copy(connection);
                copies.incrementAndGet();
                Thread.sleep(500);
            } catch (SQLException | IOException failed) {
                throw new IllegalStateException("the copy failed", failed);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void copy(Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var tables = tables(connection);
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                statement.execute("LOCK TABLE " + table + " IN ACCESS SHARE MODE");
            }
        }
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : tables) {
            copies.copyOut("COPY " + table + " TO STDOUT", OutputStream.nullOutputStream());
        }
        connection.commit();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT array_agg(oid::regclass::text) FROM pg_class
                                WHERE relnamespace = 'journal'::regnamespace AND relkind = 'r'
                                """)) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }
}
