package fr.socle;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/** The one PostgreSQL of a test run. It goes with the run, so it need not be durable. */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return stoppedAfterTheHouses(
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "600")
                                .setRegisterShutdownHook(false)
                                .start());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** A house whose database went first waits for it before it stops. */
    private static EmbeddedPostgres stoppedAfterTheHouses(EmbeddedPostgres server) {
        SpringApplication.getShutdownHandlers()
                .add(
                        () -> {
                            try {
                                server.close();
                            } catch (IOException failed) {
                                throw new UncheckedIOException(failed);
                            }
                        });
        return server;
    }

    /** Makes an empty database and gives its JDBC address, user and password included. */
    public static String freshDatabase() {
        var name = "test" + DATABASES.incrementAndGet();
        try (var connection = Holder.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("no test database", failed);
        }
        return Holder.SERVER.getJdbcUrl("postgres", name);
    }
}
