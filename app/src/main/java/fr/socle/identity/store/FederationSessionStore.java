package fr.socle.identity.store;

import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.sso.FederationSession;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions at the federations, read at each use: one that is deleted is over on every node. */
@Component
public class FederationSessionStore {

    /**
     * A session, its claims still sealed.
     *
     * @param session without claims
     * @param owner tells whether two sessions are the same person's
     */
    public record Row(FederationSession session, byte[] owner, byte[] sealed, Instant expiresAt) {}

    /** What each new proof of who it is changes. */
    public record Proof(byte[] secretHash, byte[] owner, byte[] sealed) {}

    /**
     * How long a session lasts.
     *
     * @param kept how long the services to which it led are remembered
     */
    public record Ends(Instant expires, Instant kept) {}

    private final JdbcClient db;

    FederationSessionStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(FederationSession session, Proof proof, Ends ends) {
        var person = session.person();
        written(
                        """
                        INSERT INTO identity.federation_session
                               (id, federation, secret_hash, person, owner, provider, acr, amr, auth_time, sealed,
                                expires_at, kept_until)
                        VALUES (:id, :federation, :hash, :person, :owner, :provider, :acr, :amr, :time, :sealed,
                                :expires, :kept)
                        """,
                        session,
                        proof,
                        ends)
                .param("federation", session.federation().code())
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .update();
    }

    /**
     * The person proved again who they are: the session goes on under another secret.
     *
     * @return false when it ended meanwhile
     */
    public boolean renew(FederationSession session, Proof proof, Ends ends) {
        return written(
                                """
                                UPDATE identity.federation_session
                                   SET secret_hash = :hash, provider = :provider, acr = :acr, amr = :amr,
                                       auth_time = :time, sealed = :sealed, expires_at = :expires, kept_until = :kept
                                 WHERE id = :id AND owner = :owner
                                """,
                                session,
                                proof,
                                ends)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec written(
            String sql, FederationSession session, Proof proof, Ends ends) {
        return db.sql(sql)
                .param("id", session.id())
                .param("hash", proof.secretHash())
                .param("owner", proof.owner())
                .param("provider", session.provider())
                .param("acr", session.acr().code())
                .param("amr", session.amr().toArray(String[]::new))
                .param("time", Timestamp.from(session.authTime()))
                .param("sealed", proof.sealed())
                .param("expires", Timestamp.from(ends.expires()))
                .param("kept", Timestamp.from(ends.kept()));
    }

    /** The session of this secret, expired or not. */
    public Optional<Row> bySecret(Federation federation, byte[] secretHash, Instant now) {
        return db.sql(
                        """
                        SELECT * FROM identity.federation_session
                         WHERE secret_hash = :hash AND federation = :federation AND kept_until > :now
                        """)
                .param("hash", secretHash)
                .param("federation", federation.code())
                .param("now", Timestamp.from(now))
                .query((row, _) -> session(row, federation))
                .optional();
    }

    /**
     * Notes that the session is used.
     *
     * @param slid the new end, or null when its first one holds
     * @return false when it ended meanwhile
     */
    public boolean touch(UUID id, Instant now, @Nullable Ends slid) {
        return db.sql(
                                """
                                UPDATE identity.federation_session
                                   SET expires_at = COALESCE(:expires, expires_at),
                                       kept_until = COALESCE(:kept, kept_until)
                                 WHERE id = :id AND expires_at > :now
                                """)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .param("expires", stamp(slid == null ? null : slid.expires()))
                        .param("kept", stamp(slid == null ? null : slid.kept()))
                        .update()
                == 1;
    }

    static @Nullable Timestamp stamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** Whether the session led this service's person there: by its name for it, or the subject. */
    public boolean knows(UUID session, String clientId, String sid, String subject) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM identity.session_service
                                        WHERE session = :session AND client_id = :client
                                          AND (sid = :sid OR subject = :subject))
                        """)
                .param("session", session)
                .param("client", clientId)
                .param("sid", sid)
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /** Forgets what has ended, and what was said of who is no longer signed in. */
    public void purge(Instant now) {
        db.sql("DELETE FROM identity.federation_session WHERE kept_until <= :now")
                .param("now", Timestamp.from(now))
                .update();
        db.sql(
                        """
                        UPDATE identity.federation_session SET sealed = ''
                         WHERE expires_at <= :now AND sealed <> ''
                        """)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Row session(ResultSet row, Federation federation) throws SQLException {
        var person = row.getObject("person", UUID.class);
        return new Row(
                new FederationSession(
                        row.getObject("id", UUID.class),
                        federation,
                        person == null ? null : new PersonRef(person),
                        row.getString("provider"),
                        Acr.of(row.getString("acr")).orElseThrow(),
                        List.of((String[]) row.getArray("amr").getArray()),
                        row.getTimestamp("auth_time").toInstant(),
                        Map.of(),
                        ""),
                row.getBytes("owner"),
                row.getBytes("sealed"),
                row.getTimestamp("expires_at").toInstant());
    }
}
