package fr.socle.house;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * How long a request waits for a database that holds the line and says nothing, as one does that is
 * frozen or lies behind a dead network. Work that nobody waits for at a screen keeps the patience
 * of its pool.
 */
public final class RequestPatience {

    /** Of each answer of the database, not of the whole request. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private RequestPatience() {}

    /**
     * The same connection, which the pool gives its own patience back when it returns. The driver
     * only notes it: nothing is sent.
     */
    public static Connection on(Connection connection) throws SQLException {
        if (RequestContextHolder.getRequestAttributes() != null) {
            connection.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis());
        }
        return connection;
    }
}
