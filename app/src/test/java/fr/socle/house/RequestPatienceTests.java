package fr.socle.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.PostgresTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A PostgreSQL that is stopped in the middle (SIGSTOP) keeps its connections and says nothing. */
@NullMarked
@PostgresTest
class RequestPatienceTests {

    @Autowired DataSource database;

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aRequestInFlightIsGivenUpBeforeFifteenSeconds() throws Exception {
        inRequest();
        try (var connection = database.getConnection()) {
            var process = ask(connection, "SELECT pg_backend_pid()");
            signal("STOP", process);
            var asked = Instant.now();
            try {
                assertThatThrownBy(() -> ask(connection, "SELECT 1"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                it -> assertThat(it.getSQLState()).startsWith("08"));
                assertThat(Duration.between(asked, Instant.now()))
                        .isLessThan(Duration.ofSeconds(15));
            } finally {
                signal("CONT", process);
            }
        }
        try (var another = database.getConnection()) {
            assertThat(ask(another, "SELECT 1")).isEqualTo(1);
        }
    }

    /** The pool lends the same connections to both. */
    @Test
    void whoIsNoRequestKeepsThePatienceOfThePool() throws Exception {
        inRequest();
        for (var time = 0; time < 20; time++) {
            try (var connection = database.getConnection()) {
                assertThat(connection.getNetworkTimeout()).isEqualTo(10_000);
            }
        }
        RequestContextHolder.resetRequestAttributes();
        for (var time = 0; time < 20; time++) {
            try (var connection = database.getConnection()) {
                assertThat(connection.getNetworkTimeout()).isEqualTo(60_000);
            }
        }
    }

    private static void inRequest() {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    private static int ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void signal(String name, int process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Integer.toString(process)).start().waitFor();
    }
}
