package fr.socle.identity.operator;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts sign-ins, never who signed in. A node adds what it counted every few seconds: a counter in
 * each sign-in's own transaction would make them all wait for one row. What a node that dies had
 * not added is lost; these are statistics, the journal is the record.
 */
@Component
public class SignInCounters {

    /** The outcome of a sign-in that went well. */
    public static final String OK = "ok";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** What is counted apart. */
    private record Cell(
            LocalDate day, String provider, String client, String level, String outcome) {}

    private final JdbcClient db;
    private final Clock clock;
    private final Map<Cell, Long> counted = new ConcurrentHashMap<>();

    SignInCounters(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A service got its code. */
    public void signedIn(String provider, String clientId, String level) {
        add(provider, clientId, level, OK);
    }

    /**
     * A sign-in ended badly.
     *
     * @param outcome a short word or a code of ours; never a text from outside
     */
    public void failed(String provider, String clientId, String outcome) {
        add(provider, clientId, "", outcome);
    }

    private void add(String provider, String clientId, String level, String outcome) {
        var day = LocalDate.ofInstant(clock.instant(), PARIS);
        counted.merge(new Cell(day, provider, clientId, level, outcome), 1L, Long::sum);
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    @PreDestroy
    void flush() {
        // in one order, so that two nodes never wait for each other in a circle
        var cells =
                new ArrayList<>(counted.keySet())
                        .stream().sorted(Comparator.comparing(Cell::toString)).toList();
        for (var cell : cells) {
            var many = counted.remove(cell);
            if (many != null) {
                add(cell, many);
            }
        }
    }

    private void add(Cell cell, long many) {
        try {
            write(cell, many);
        } catch (DataAccessException away) {
            // the next round brings them
            counted.merge(cell, many, Long::sum);
        }
    }

    private void write(Cell cell, long many) {
        db.sql(
                        """
                        INSERT INTO identity.sign_in_count AS known
                               (day, provider, client_id, level, outcome, counted)
                        VALUES (:day, :provider, :client, :level, :outcome, :many)
                        ON CONFLICT (day, provider, client_id, level, outcome)
                        DO UPDATE SET counted = known.counted + EXCLUDED.counted
                        """)
                .param("day", cell.day())
                .param("provider", cell.provider())
                .param("client", cell.client())
                .param("level", cell.level())
                .param("outcome", cell.outcome())
                .param("many", many)
                .update();
    }
}
