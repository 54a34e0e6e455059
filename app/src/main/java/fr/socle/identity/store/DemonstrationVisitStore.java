package fr.socle.identity.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who visits the sample services of the demonstration. */
@Component
public class DemonstrationVisitStore {

    /**
     * @param state {@code here}, {@code leaving} or {@code told}
     */
    public record Row(String state, byte[] sealed) {}

    private final JdbcClient db;

    DemonstrationVisitStore(JdbcClient db) {
        this.db = db;
    }

    /** Also removes those that are over. */
    public void insert(byte[] secretHash, String service, String sid, byte[] sealed, Instant end) {
        db.sql("DELETE FROM identity.demonstration_visit WHERE expires_at < now()").update();
        db.sql(
                        """
                        INSERT INTO identity.demonstration_visit
                               (secret_hash, service, sid, state, sealed, expires_at)
                        VALUES (:hash, :service, :sid, 'here', :sealed, :end)
                        """)
                .param("hash", secretHash)
                .param("service", service)
                .param("sid", sid)
                .param("sealed", sealed)
                .param("end", Timestamp.from(end))
                .update();
    }

    public Optional<Row> find(byte[] secretHash, String service, Instant now) {
        return db.sql(
                        """
                        SELECT state, sealed FROM identity.demonstration_visit
                         WHERE secret_hash = :hash AND service = :service AND expires_at > :now
                        """)
                .param("hash", secretHash)
                .param("service", service)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Row(row.getString("state"), row.getBytes("sealed")))
                .optional();
    }

    /** The visitor leaves by the service's own button: what it knew goes. */
    public void leave(byte[] secretHash, String service, byte[] nothing) {
        db.sql(
                        """
                        UPDATE identity.demonstration_visit SET state = 'leaving', sealed = :nothing
                         WHERE secret_hash = :hash AND service = :service AND state = 'here'
                        """)
                .param("hash", secretHash)
                .param("service", service)
                .param("nothing", nothing)
                .update();
    }

    /** The federation says that the visitor left: what it says is all that stays. */
    public void told(String service, String sid, byte[] message) {
        db.sql(
                        """
                        UPDATE identity.demonstration_visit SET state = 'told', sealed = :message
                         WHERE sid = :sid AND service = :service
                        """)
                .param("service", service)
                .param("sid", sid)
                .param("message", message)
                .update();
    }
}
