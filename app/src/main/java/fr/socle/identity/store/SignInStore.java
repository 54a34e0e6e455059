package fr.socle.identity.store;

import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Held;
import fr.socle.identity.keys.SealedMap;
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

    private final JdbcClient db;
    private final SealedMap seals;

    SignInStore(JdbcClient db, SealedMap seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Consumes the transaction's state. False when it was consumed before. */
    public boolean hold(Held held, Instant expires) {
        var person = held.person();
        return db.sql(
                                """
                                INSERT INTO identity.sign_in (transaction, client_id, person, session, sealed, state, expires_at)
                                VALUES (:transaction, :client, :person, :session, :sealed, 'held', :expires)
                                ON CONFLICT DO NOTHING
                                """)
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

    /** Gives the transaction its code. False when it has one, was declined, or is too old. */
    public boolean code(
            String transaction, UUID session, byte[] codeHash, Instant now, Instant until) {
        return db.sql(
                                """
                                UPDATE identity.sign_in
                                   SET state = 'coded', session = :session, code_hash = :hash, code_until = :until
                                 WHERE transaction = :transaction AND state = 'held' AND expires_at > :now
                                """)
                        .param("transaction", transaction)
                        .param("session", session)
                        .param("hash", codeHash)
                        .param("until", Timestamp.from(until))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
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
