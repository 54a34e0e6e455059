package fr.socle.journal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each projection has come. */
@Component
public class FollowerStore {

    public record Place(int log, long next) {}

    private final JdbcClient db;

    FollowerStore(JdbcClient db) {
        this.db = db;
    }

    public void register(String name) {
        db.sql(
                        "INSERT INTO journal.follower (name, log, next) VALUES (:name, 1, 0) ON CONFLICT DO NOTHING")
                .param("name", name)
                .update();
    }

    /** Where each projection stands, by its name. */
    public Map<String, Place> places() {
        return db
                .sql("SELECT name, log, next FROM journal.follower")
                .query((row, _) -> Map.entry(row.getString("name"), place(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Its place, locked; nothing while another node applies. */
    public Optional<Place> tryLock(String name) {
        return db.sql(
                        "SELECT log, next FROM journal.follower WHERE name = :name FOR UPDATE SKIP LOCKED")
                .param("name", name)
                .query((row, _) -> place(row))
                .optional();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getInt("log"), row.getLong("next"));
    }

    public void move(String name, int log, long next) {
        db.sql("UPDATE journal.follower SET log = :log, next = :next WHERE name = :name")
                .param("name", name)
                .param("log", log)
                .param("next", next)
                .update();
    }
}
