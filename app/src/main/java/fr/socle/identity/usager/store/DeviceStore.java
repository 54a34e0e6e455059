package fr.socle.identity.usager.store;

import fr.socle.identity.usager.Browser;
import fr.socle.identity.usager.Device;
import fr.socle.identity.usager.Warned;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The devices of persons. Every question names the person: nobody else's is ever found. */
@Component
public class DeviceStore {

    private final JdbcClient db;

    DeviceStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A device of this person's.
     *
     * @param warned when she wants a letter, wherever she signs in
     */
    public record Seen(Device device, Warned warned) {}

    public Optional<Seen> find(PersonRef person, byte[] tokenHash, Instant since) {
        return db.sql(
                        """
                        SELECT device.*, preference.warned
                          FROM identity.device LEFT JOIN identity.preference USING (person)
                         WHERE token_hash = :hash AND person = :person AND last_used > :since
                        """)
                .param("hash", tokenHash)
                .param("person", person.value())
                .param("since", Timestamp.from(since))
                .query((row, _) -> new Seen(device(row), warned(row)))
                .optional();
    }

    public List<Device> of(PersonRef person, Instant since) {
        return db.sql(
                        """
                        SELECT * FROM identity.device WHERE person = :person AND last_used > :since
                         ORDER BY last_used DESC, id
                        """)
                .param("person", person.value())
                .param("since", Timestamp.from(since))
                .query((row, _) -> device(row))
                .list();
    }

    public void insert(PersonRef person, Device device, byte[] tokenHash) {
        db.sql(
                        """
                        INSERT INTO identity.device
                               (id, person, token_hash, browser, system, first_used, last_used)
                        VALUES (:id, :person, :hash, :browser, :system, :first, :last)
                        """)
                .param("id", device.id())
                .param("person", person.value())
                .param("hash", tokenHash)
                .param("browser", device.browser().family())
                .param("system", device.browser().system())
                .param("first", Timestamp.from(device.firstUsed()))
                .param("last", Timestamp.from(device.lastUsed()))
                .update();
    }

    public void used(UUID id, Browser browser, Instant now) {
        db.sql(
                        """
                        UPDATE identity.device SET last_used = :now, browser = :browser, system = :system
                         WHERE id = :id
                        """)
                .param("id", id)
                .param("browser", browser.family())
                .param("system", browser.system())
                .param("now", Timestamp.from(now))
                .update();
    }

    public boolean delete(PersonRef person, UUID id) {
        return db.sql("DELETE FROM identity.device WHERE id = :id AND person = :person")
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    public void purge(Instant before) {
        db.sql("DELETE FROM identity.device WHERE last_used <= :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static Warned warned(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("warned"))
                .flatMap(Warned::of)
                .orElse(Warned.APPAREIL_INCONNU);
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(
                row.getObject("id", UUID.class),
                new Browser(row.getString("browser"), row.getString("system")),
                row.getTimestamp("first_used").toInstant(),
                row.getTimestamp("last_used").toInstant());
    }
}
