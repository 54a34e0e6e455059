package fr.socle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import fr.socle.PostgresTest;
import fr.socle.kernel.PersonRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests may hold every connection of theirs: the journal goes on. */
@PostgresTest
class OwnConnectionsTests {

    @Autowired Journal journal;
    @Autowired DataSource connections;

    @Test
    void whatIsWrittenAloneIsDurableAndIntegratedWhileRequestsHoldEverything() throws Exception {
        var someone = new PersonRef(UUID.randomUUID());
        var held = hold(connections.unwrap(HikariDataSource.class).getMaximumPoolSize());
        try {
            assertThatThrownBy(() -> hold(1)).isInstanceOf(SQLTransientConnectionException.class);
            var reference = journal.appendAlone(Essai.erasable(someone, "sous la charge"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> indexed(held.getFirst(), reference.id()));
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
        assertThat(hold(1)).hasSize(1).allSatisfy(Connection::close);
    }

    /** From the pool itself: one thread of a request would be refused a second. */
    private List<Connection> hold(int count) throws SQLException {
        var pool = connections.unwrap(HikariDataSource.class);
        var held = new ArrayList<Connection>();
        for (int i = 0; i < count; i++) {
            held.add(pool.getConnection());
        }
        return held;
    }

    private static boolean indexed(Connection held, UUID id) throws SQLException {
        try (var asked = held.prepareStatement("SELECT FROM journal.content WHERE id = ?")) {
            asked.setObject(1, id);
            try (var rows = asked.executeQuery()) {
                return rows.next();
            }
        }
    }
}
