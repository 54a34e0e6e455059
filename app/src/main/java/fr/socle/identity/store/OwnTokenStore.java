package fr.socle.identity.store;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.store.TokenStore.Fresh;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens of services themselves, behind which no person stands. */
@Component
public class OwnTokenStore {

    /** What a live token is worth. */
    public record Own(String clientId, Set<String> scopes, Instant until) {}

    private final JdbcClient db;

    OwnTokenStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(String clientId, Fresh token, Collection<String> scopes) {
        db.sql(
                        """
                        INSERT INTO identity.own_token (token_hash, client_id, scopes, expires_at)
                        VALUES (:hash, :client, :scopes, :until)
                        """)
                .param("hash", token.hash())
                .param("client", clientId)
                .param("scopes", scopes.toArray(String[]::new))
                .param("until", Timestamp.from(token.until()))
                .update();
    }

    /** What this token is worth, at the federation whose active service got it. */
    public Optional<Own> live(byte[] hash, Federation federation, Instant now) {
        return db.sql(
                        """
                        SELECT client_id, t.scopes, expires_at
                          FROM identity.own_token t JOIN identity.client c USING (client_id)
                         WHERE token_hash = :hash AND expires_at > :now
                           AND c.federation = :federation AND c.active
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .param("federation", federation.code())
                .query(
                        (row, _) ->
                                new Own(
                                        row.getString("client_id"),
                                        Set.copyOf(ClientStore.texts(row, "scopes")),
                                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    /** Ends this token, if it is this service's. */
    public void revoke(byte[] hash, String clientId) {
        db.sql("DELETE FROM identity.own_token WHERE token_hash = :hash AND client_id = :client")
                .param("hash", hash)
                .param("client", clientId)
                .update();
    }

    public void purge(Instant now) {
        db.sql("DELETE FROM identity.own_token WHERE expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
