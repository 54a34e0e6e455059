package fr.socle.identity.store;

import fr.socle.kernel.PersonRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How sessions end, with all that hangs on them. Each method belongs in a transaction; the sessions
 * are locked first, so that no service joins one that is ending.
 */
@Component
public class LeavingStore {

    private final JdbcClient db;

    LeavingStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Of these, those that are there still. Nobody else changes them until the transaction ends.
     */
    public List<UUID> lock(UUID session) {
        return db.sql("SELECT id FROM identity.federation_session WHERE id = :id FOR UPDATE")
                .param("id", session)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    public List<UUID> lockOfSid(String sid) {
        return db.sql(
                        """
                        SELECT id FROM identity.federation_session
                         WHERE id = (SELECT session FROM identity.session_service WHERE sid = :sid) FOR UPDATE
                        """)
                .param("sid", sid)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    public List<UUID> lockAllOf(byte[] owner) {
        return db.sql(
                        """
                        SELECT id FROM identity.federation_session WHERE owner = :owner
                         ORDER BY id FOR UPDATE
                        """)
                .param("owner", owner)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Services that are to be told, because they gave an address for it. */
    public void announce(List<UUID> sessions, Instant now) {
        db.sql(
                        """
                        INSERT INTO identity.logout_notice (id, client_id, subject, sid, due_at)
                        SELECT gen_random_uuid(), s.client_id, s.subject, s.sid, :now
                          FROM identity.session_service s JOIN identity.client c ON c.client_id = s.client_id
                         WHERE s.session = ANY(:sessions) AND c.back_channel_logout_uri IS NOT NULL
                        """)
                .param("sessions", sessions.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The names of the services to which these sessions led, each once. */
    public List<String> services(List<UUID> sessions) {
        return db.sql(
                        """
                        SELECT DISTINCT c.name
                          FROM identity.session_service s JOIN identity.client c ON c.client_id = s.client_id
                         WHERE s.session = ANY(:sessions) ORDER BY c.name
                        """)
                .param("sessions", sessions.toArray(UUID[]::new))
                .query((row, _) -> row.getString("name"))
                .list();
    }

    /** Ends the sessions on our pages that these led to; the hashes of those of agents. */
    public List<byte[]> endOurs(List<UUID> sessions) {
        var ids = sessions.toArray(UUID[]::new);
        db.sql(
                        """
                        DELETE FROM identity.usager_session
                         WHERE sid IN (SELECT sid FROM identity.session_service WHERE session = ANY(:sessions))
                        """)
                .param("sessions", ids)
                .update();
        return db.sql(
                        """
                        DELETE FROM identity.agent_entry
                         WHERE sid IN (SELECT sid FROM identity.session_service WHERE session = ANY(:sessions))
                        RETURNING secret_hash
                        """)
                .param("sessions", ids)
                .query((row, _) -> row.getBytes("secret_hash"))
                .list();
    }

    /** Ends the sessions themselves, and with them every code and token that came from them. */
    public void end(List<UUID> sessions) {
        db.sql("DELETE FROM identity.federation_session WHERE id = ANY(:sessions)")
                .param("sessions", sessions.toArray(UUID[]::new))
                .update();
    }

    /** Ends sign-ins of this person that are under way, and sessions of theirs on our pages. */
    public void endUnderWay(PersonRef person) {
        db.sql(
                        """
                        UPDATE identity.sign_in SET state = 'revoked'
                         WHERE person = :person AND state IN ('held', 'coded', 'redeemed')
                        """)
                .param("person", person.value())
                .update();
        db.sql("DELETE FROM identity.usager_session WHERE person = :person")
                .param("person", person.value())
                .update();
    }
}
