package fr.socle.identity.store;

import fr.socle.identity.sso.Consent;
import fr.socle.kernel.PersonRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people agreed to. Of one person and one service at most one consent is in force. */
@Component
public class ConsentStore {

    private final JdbcClient db;

    ConsentStore(JdbcClient db) {
        this.db = db;
    }

    /** Gives a consent, or widens the one that is in force. */
    public void give(PersonRef person, String clientId, Collection<String> scopes, Instant now) {
        db.sql(
                        """
                        INSERT INTO identity.consent AS c (id, person, client_id, scopes, since, given_at)
                        VALUES (:id, :person, :client, :scopes, :now, :now)
                        ON CONFLICT (person, client_id) WHERE withdrawn_at IS NULL DO UPDATE
                           SET scopes = ARRAY(SELECT unnest(c.scopes) UNION SELECT unnest(EXCLUDED.scopes)),
                               given_at = EXCLUDED.given_at
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("client", clientId)
                .param("scopes", scopes.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The consents in force, the newest first. */
    public List<Consent> of(PersonRef person) {
        return db.sql(
                        """
                        SELECT client_id, scopes, since, given_at FROM identity.consent
                         WHERE person = :person AND withdrawn_at IS NULL
                         ORDER BY given_at DESC, client_id
                        """)
                .param("person", person.value())
                .query(
                        (row, _) ->
                                new Consent(
                                        row.getString("client_id"),
                                        Set.copyOf(ClientStore.texts(row, "scopes")),
                                        row.getTimestamp("since").toInstant(),
                                        row.getTimestamp("given_at").toInstant()))
                .list();
    }

    /** All that this person lets this service have now. */
    public Optional<Set<String>> scopes(PersonRef person, String clientId) {
        return scopes(person, clientId, "");
    }

    /** The same, and it cannot be withdrawn before the transaction ends. */
    public Optional<Set<String>> lockedScopes(PersonRef person, String clientId) {
        return scopes(person, clientId, " FOR SHARE");
    }

    private Optional<Set<String>> scopes(PersonRef person, String clientId, String lock) {
        return db.sql(
                        """
                        SELECT scopes FROM identity.consent
                         WHERE person = :person AND client_id = :client AND withdrawn_at IS NULL
                        """
                                + lock)
                .param("person", person.value())
                .param("client", clientId)
                .query((row, _) -> Set.copyOf(ClientStore.texts(row, "scopes")))
                .optional();
    }

    /** False when there was none in force. */
    public boolean withdraw(PersonRef person, String clientId, Instant now) {
        return db.sql(
                                """
                                UPDATE identity.consent SET withdrawn_at = :now
                                 WHERE person = :person AND client_id = :client AND withdrawn_at IS NULL
                                """)
                        .param("person", person.value())
                        .param("client", clientId)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    public int purge(Instant withdrawnBefore) {
        return db.sql("DELETE FROM identity.consent WHERE withdrawn_at <= :before")
                .param("before", Timestamp.from(withdrawnBefore))
                .update();
    }
}
