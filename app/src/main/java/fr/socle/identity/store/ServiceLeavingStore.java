package fr.socle.identity.store;

import fr.socle.identity.federation.Federation;
import fr.socle.kernel.PersonRef;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How people leave one service and stay signed in at the federation: one person who takes a consent
 * back, or all of them.
 */
@Component
public class ServiceLeavingStore {

    private static final String CONCERNED =
            """
             WHERE s.client_id = :client AND f.id = s.session AND f.federation = :federation
               AND (CAST(:person AS uuid) IS NULL OR f.person = :person)
            """;

    private final JdbcClient db;

    ServiceLeavingStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Ends what the service has, and tells it so when it gave an address for that.
     *
     * @param person null: everybody
     */
    public void leave(
            Federation federation, String clientId, @Nullable PersonRef person, Instant now) {
        db.sql(
                        """
                        INSERT INTO identity.logout_notice (id, client_id, subject, sid, due_at)
                        SELECT gen_random_uuid(), s.client_id, s.subject, s.sid, :now
                          FROM identity.session_service s JOIN identity.client c USING (client_id),
                               identity.federation_session f
                        """
                                + CONCERNED
                                + " AND c.back_channel_logout_uri IS NOT NULL")
                .param("client", clientId)
                .param("federation", federation.code())
                .param("person", value(person), Types.OTHER)
                .param("now", Timestamp.from(now))
                .update();
        revoke(federation, clientId, person);
        db.sql(
                        "DELETE FROM identity.session_service s USING identity.federation_session f"
                                + CONCERNED)
                .param("client", clientId)
                .param("federation", federation.code())
                .param("person", value(person), Types.OTHER)
                .update();
    }

    /** Codes and tokens of the service, and sessions on our pages if it is ours. */
    private void revoke(Federation federation, String clientId, @Nullable PersonRef person) {
        db.sql(
                        """
                        UPDATE identity.sign_in SET state = 'revoked'
                         WHERE client_id = :client AND state IN ('held', 'coded', 'redeemed')
                           AND (CAST(:person AS uuid) IS NULL OR person = :person)
                        """)
                .param("client", clientId)
                .param("person", value(person), Types.OTHER)
                .update();
        db.sql(
                        "DELETE FROM identity.usager_session u USING identity.session_service s, identity.federation_session f"
                                + CONCERNED
                                + " AND u.sid = s.sid")
                .param("client", clientId)
                .param("federation", federation.code())
                .param("person", value(person), Types.OTHER)
                .update();
    }

    private static @Nullable UUID value(@Nullable PersonRef person) {
        return person == null ? null : person.value();
    }
}
