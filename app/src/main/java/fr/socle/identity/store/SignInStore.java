package fr.socle.identity.store;

import static fr.socle.identity.store.FederationSessionStore.stamp;

import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Held;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.operator.Blocks;
import fr.socle.identity.store.FederationSessionStore.Ends;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sign-ins from the provider's answer on. Each move changes exactly one row or says no. */
@Component
public class SignInStore {

    private static final String CONTEXT = "identity.sign-in.";

    /** The service knows the person by the subject from now on, and the session led there. */
    private static final String TOLD =
            """
            named AS (
                INSERT INTO identity.subject (sector, sub, person)
                SELECT :sector, :subject, person FROM coded WHERE person IS NOT NULL
                ON CONFLICT DO NOTHING),
            led AS (
                INSERT INTO identity.session_service (sid, session, client_id, subject)
                SELECT :sid, :session, :client, :subject FROM coded
                ON CONFLICT (sid) DO NOTHING)
            SELECT count(*) FROM coded
            """;

    private static final String CODE =
            """
            WITH coded AS (
                UPDATE identity.sign_in known
                   SET state = 'coded', session = :session, code_hash = :hash, code_until = :until
                 WHERE transaction = :transaction AND state = 'held' AND expires_at > :now AND NOT %s
                RETURNING person),
            """
                            .formatted(Blocks.SHUT_OUT)
                    + TOLD;

    private static final String PASS =
            """
            WITH known AS (
                UPDATE identity.federation_session
                   SET expires_at = COALESCE(:expires, expires_at),
                       kept_until = COALESCE(:kept, kept_until)
                 WHERE id = :session AND expires_at > :now
                RETURNING person),
            coded AS (
                INSERT INTO identity.sign_in
                       (transaction, client_id, person, session, sealed, state, code_hash, code_until, expires_at)
                SELECT :transaction, :client, person, :session, :sealed, 'coded', :hash, :until, :end
                  FROM known WHERE NOT %s
                ON CONFLICT DO NOTHING
                RETURNING person),
            """
                            .formatted(Blocks.SHUT_OUT)
                    + TOLD;

    private final JdbcClient db;
    private final SealedMap seals;

    SignInStore(JdbcClient db, SealedMap seals) {
        this.db = db;
        this.seals = seals;
    }

    /**
     * Consumes the transaction's state.
     *
     * @param reference by which the sign-in's person is found later; empty when it is not noted
     * @return false when it was consumed before
     */
    public boolean hold(Held held, String reference, Instant now, Instant expires) {
        var person = held.person();
        return db.sql(
                                """
                                WITH noted AS (
                                    INSERT INTO identity.sign_in_reference
                                           (code, person, client_id, provider, noted_at)
                                    SELECT :code, :person, :client, :provider, :now WHERE :code <> ''
                                    ON CONFLICT (code) DO NOTHING)
                                INSERT INTO identity.sign_in (transaction, client_id, person, session, sealed, state, expires_at)
                                VALUES (:transaction, :client, :person, :session, :sealed, 'held', :expires)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("code", reference)
                        .param("provider", held.provider())
                        .param("now", Timestamp.from(now))
                        .param("transaction", held.transaction())
                        .param("client", held.request().clientId())
                        .param(
                                "person",
                                person == null ? null : person.value(),
                                java.sql.Types.OTHER)
                        .param("session", held.session(), java.sql.Types.OTHER)
                        .param("sealed", sealed(held))
                        .param("expires", Timestamp.from(expires))
                        .update()
                == 1;
    }

    public Optional<String> state(String transaction) {
        return db.sql("SELECT state FROM identity.sign_in WHERE transaction = :transaction")
                .param("transaction", transaction)
                .query(String.class)
                .optional();
    }

    /** What waits for the person's word. */
    public Optional<Held> held(String transaction, Instant now) {
        return db.sql(
                        """
                        SELECT * FROM identity.sign_in
                         WHERE transaction = :transaction AND state = 'held' AND expires_at > :now
                        """)
                .param("transaction", transaction)
                .param("now", Timestamp.from(now))
                .query((row, _) -> held(row))
                .optional();
    }

    /**
     * A code for a sign-in.
     *
     * @param sid the session's name for the service
     * @param sector of the service, which knows the person by the sign-in's subject from now on
     */
    public record Coded(UUID session, String sid, byte[] codeHash, String sector, Instant until) {}

    /**
     * Gives the transaction its code. False when it has one, was declined, or is too old, and when
     * the person was shut out since.
     */
    public boolean code(Held held, Coded coded, Instant now) {
        return told(CODE, held, coded, now).query(Long.class).single() == 1;
    }

    /**
     * Holds what a session says and gives it its code at once. False as {@link #hold} and {@link
     * #code}, and when the session ended.
     *
     * @param slid the session's new end, or null when its first one holds
     */
    public boolean pass(Held held, Coded coded, @Nullable Ends slid, Instant now, Instant expires) {
        return told(PASS, held, coded, now)
                        .param("expires", stamp(slid == null ? null : slid.expires()))
                        .param("kept", stamp(slid == null ? null : slid.kept()))
                        .param("sealed", sealed(held))
                        .param("end", Timestamp.from(expires))
                        .query(Long.class)
                        .single()
                == 1;
    }

    private JdbcClient.StatementSpec told(String sql, Held held, Coded coded, Instant now) {
        return db.sql(sql)
                .param("transaction", held.transaction())
                .param("session", coded.session())
                .param("sid", coded.sid())
                .param("client", held.request().clientId())
                .param("hash", coded.codeHash())
                .param("until", Timestamp.from(coded.until()))
                .param("now", Timestamp.from(now))
                .param("sector", coded.sector())
                .param("subject", held.subject());
    }

    /** The person said no. The identity goes at once. */
    public boolean decline(String transaction) {
        return db.sql(
                                """
                                UPDATE identity.sign_in SET state = 'declined', sealed = ''
                                 WHERE transaction = :transaction AND state = 'held'
                                """)
                        .param("transaction", transaction)
                        .update()
                == 1;
    }

    /** What this code stands for, used or not. */
    public Optional<Held> ofCode(byte[] codeHash) {
        return db.sql("SELECT * FROM identity.sign_in WHERE code_hash = :hash")
                .param("hash", codeHash)
                .query((row, _) -> held(row))
                .optional();
    }

    public int purge(Instant now) {
        return db.sql("DELETE FROM identity.sign_in WHERE expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    private static List<String> words(@Nullable Object text) {
        return text == null || text.toString().isEmpty()
                ? List.of()
                : List.of(text.toString().split(" "));
    }

    private byte[] sealed(Held held) {
        return seals.seal(
                CONTEXT + held.transaction(),
                Map.of(
                        "request", held.request().members(),
                        "provider", held.provider(),
                        "subject", held.subject(),
                        "claims", held.claims(),
                        "auth_time", held.authTime(),
                        "acr", held.acr().code(),
                        "amr", String.join(" ", held.amr()),
                        "id_token", held.idToken()));
    }

    @SuppressWarnings("unchecked")
    Held held(ResultSet row) throws SQLException {
        var transaction = row.getString("transaction");
        var members = seals.open(CONTEXT + transaction, row.getBytes("sealed"));
        var person = row.getObject("person", UUID.class);
        return new Held(
                transaction,
                AuthorizeRequest.of(
                        (Map<String, Object>) members.getOrDefault("request", Map.of())),
                person == null ? null : new PersonRef(person),
                String.valueOf(members.get("provider")),
                String.valueOf(members.get("subject")),
                (Map<String, Object>) members.getOrDefault("claims", Map.of()),
                members.get("auth_time") instanceof Number time ? time.longValue() : 0,
                Acr.of(String.valueOf(members.get("acr"))).orElseThrow(),
                words(members.get("amr")),
                String.valueOf(members.getOrDefault("id_token", "")),
                row.getObject("session", UUID.class));
    }
}
