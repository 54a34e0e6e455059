package fr.socle.bench.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Rows by the million, made inside PostgreSQL by a script of this package. */
final class Rows {

    private Rows() {}

    /** The client id of the service of this number. */
    static String service(int number) {
        return "service-" + number;
    }

    static void run(Connection connection, String script, Loaded rows)
            throws SQLException, IOException {
        try (var text = Objects.requireNonNull(Rows.class.getResourceAsStream(script));
                var statement = connection.createStatement()) {
            statement.execute(
                    new String(text.readAllBytes(), StandardCharsets.UTF_8)
                            .replace(":accounts", Integer.toString(rows.accounts()))
                            .replace(":services", Integer.toString(rows.services())));
        }
    }
}
