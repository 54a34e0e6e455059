package fr.socle.avis.observatoire.probe;

import fr.socle.avis.observatoire.indicator.Quarter;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is asked when, and what came. */
@Component
class ProbeStore {

    private final JdbcClient db;

    ProbeStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is to be asked now.
     *
     * @param ours whether it lies in this house
     */
    record Due(UUID demarche, String address, boolean ours) {}

    /**
     * What one call gave.
     *
     * @param up whether the procedure answered
     * @param millis until its whole page was there; -1 when there was none to time
     */
    record Seen(boolean up, long millis) {}

    /** Makes the list what it should be; a new one is first asked within the minute. */
    void list(Collection<Due> wanted, Instant now) {
        var ids = wanted.stream().map(Due::demarche).toArray(UUID[]::new);
        db.sql("DELETE FROM avis.probe WHERE demarche <> ALL (:ids)").param("ids", ids).update();
        db.sql(
                        """
                        INSERT INTO avis.probe (demarche, address, ours, due_at)
                        SELECT w.demarche, w.address, w.ours, :now + random() * interval '1 minute'
                          FROM unnest(:ids, :addresses, :ours::boolean[]) AS w (demarche, address, ours)
                        ON CONFLICT (demarche) DO UPDATE SET address = excluded.address, ours = excluded.ours
                         WHERE (probe.address, probe.ours) IS DISTINCT FROM (excluded.address, excluded.ours)
                        """)
                .param("now", Timestamp.from(now))
                .param("ids", ids)
                .param("addresses", wanted.stream().map(Due::address).toArray(String[]::new))
                .param("ours", wanted.stream().map(Due::ours).toArray(Boolean[]::new))
                .update();
    }

    /**
     * Takes at most so many and sets each a whole number of minutes later, the first one to come:
     * so no other node asks in this minute, and what a dead node took is asked in the next.
     */
    List<Due> take(Instant now, int most) {
        return db.sql(
                        """
                        UPDATE avis.probe
                           SET due_at = due_at + interval '1 minute'
                                      * (1 + floor(extract(epoch FROM :now - due_at) / 60))
                         WHERE demarche IN (SELECT demarche FROM avis.probe WHERE due_at <= :now
                                             ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING demarche, address, ours
                        """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(
                        (row, _) ->
                                new Due(
                                        row.getObject("demarche", UUID.class),
                                        row.getString("address"),
                                        row.getBoolean("ours")))
                .list();
    }

    /** Writes what was seen in this minute; a second word about one minute replaces the first. */
    void seen(UUID demarche, Instant at, Seen seen) {
        var day = at.atZone(Quarter.PARIS).toLocalDate();
        var minute = Duration.between(day.atStartOfDay(Quarter.PARIS).toInstant(), at).toMinutes();
        db.sql(
                        """
                        INSERT INTO avis.probe_day AS d (demarche, day, asked, up, pages, millis)
                        VALUES (:demarche, :day, set_bit(repeat('0', 1500)::bit(1500), :minute, 1),
                                set_bit(repeat('0', 1500)::bit(1500), :minute, :up), :pages, :millis)
                        ON CONFLICT (demarche, day) DO UPDATE
                           SET asked = set_bit(d.asked, :minute, 1), up = set_bit(d.up, :minute, :up),
                               pages = d.pages + :pages, millis = d.millis + :millis
                        """)
                .param("demarche", demarche)
                .param("day", day)
                .param("minute", (int) minute)
                .param("up", seen.up() ? 1 : 0)
                .param("pages", seen.millis() < 0 ? 0 : 1)
                .param("millis", Math.max(0, seen.millis()))
                .update();
    }

    /** Adds what browsers told; of a procedure that is not of this house nothing is kept. */
    void visited(UUID demarche, LocalDate day, long visits, long waited) {
        db.sql(
                        """
                        INSERT INTO avis.probe_day AS d (demarche, day, asked, up, pages, millis, visits, waited)
                        SELECT demarche, :day, repeat('0', 1500)::bit(1500), repeat('0', 1500)::bit(1500), 0, 0,
                               :visits, :waited
                          FROM avis.probe
                         WHERE demarche = :demarche AND ours
                        ON CONFLICT (demarche, day) DO UPDATE
                           SET visits = d.visits + excluded.visits, waited = d.waited + excluded.waited
                        """)
                .param("demarche", demarche)
                .param("day", day)
                .param("visits", visits)
                .param("waited", waited)
                .update();
    }

    Map<UUID, Uptime> between(LocalDate first, LocalDate last) {
        var found = new HashMap<UUID, Uptime>();
        db.sql(
                        """
                        SELECT demarche, sum(bit_count(asked)) AS asked, sum(bit_count(up)) AS up,
                               sum(pages) AS pages, sum(millis) AS millis,
                               sum(visits) AS visits, sum(waited) AS waited
                          FROM avis.probe_day
                         WHERE day BETWEEN :first AND :last
                         GROUP BY demarche
                        """)
                .param("first", first)
                .param("last", last)
                .query(
                        row -> {
                            found.put(
                                    row.getObject("demarche", UUID.class),
                                    new Uptime(
                                            row.getLong("asked"),
                                            row.getLong("up"),
                                            row.getLong("pages"),
                                            row.getLong("millis"),
                                            row.getLong("visits"),
                                            row.getLong("waited")));
                        });
        return found;
    }

    /** Forgets the days before this one. */
    int purge(LocalDate first) {
        return db.sql("DELETE FROM avis.probe_day WHERE day < :first")
                .param("first", first)
                .update();
    }
}
