package fr.socle.identity.store;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Held;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a sign-in gave: its access token lies in its own row, those of refreshes beside each refresh
 * token. All of them end with the row's state.
 */
@Component
public class TokenStore {

    /** A token's hash and its end. */
    public record Fresh(byte[] hash, Instant until) {}

    /** What a live token opens, and until when. */
    public record Live(Held held, Instant until) {}

    /** Because who leaves, or is made to leave, leaves with every code and token. */
    private static final String SESSION_HOLDS =
            " AND EXISTS (SELECT FROM identity.federation_session f WHERE f.id = s.session)";

    private final JdbcClient db;
    private final SignInStore signIns;

    TokenStore(JdbcClient db, SignInStore signIns) {
        this.db = db;
        this.signIns = signIns;
    }

    /**
     * Exchanges the code for tokens, once and in time.
     *
     * @param refresh null when the service gets none
     */
    public boolean redeem(byte[] codeHash, Fresh access, @Nullable Fresh refresh, Instant now) {
        return refresh == null
                ? redeem(codeHash, access, now)
                : redeemLasting(codeHash, access, refresh, now);
    }

    private boolean redeem(byte[] codeHash, Fresh access, Instant now) {
        return db.sql(
                                """
                                UPDATE identity.sign_in s
                                   SET state = 'redeemed', token_hash = :token, token_until = :until
                                 WHERE code_hash = :hash AND state = 'coded' AND code_until > :now
                                """
                                        + SESSION_HOLDS)
                        .param("hash", codeHash)
                        .param("token", access.hash())
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(access.until()))
                        .update()
                == 1;
    }

    /** The row must outlive its last refresh token. */
    private boolean redeemLasting(byte[] codeHash, Fresh access, Fresh refresh, Instant now) {
        return db.sql(
                                """
                                WITH redeemed AS (
                                    UPDATE identity.sign_in s
                                       SET state = 'redeemed', token_hash = :token, token_until = :until,
                                           expires_at = greatest(expires_at, :end)
                                     WHERE code_hash = :hash AND state = 'coded' AND code_until > :now
                                       AND EXISTS (SELECT FROM identity.federation_session f WHERE f.id = s.session)
                                    RETURNING transaction)
                                INSERT INTO identity.refresh_token (token_hash, transaction, expires_at)
                                SELECT :refresh, transaction, :end FROM redeemed
                                """)
                        .param("hash", codeHash)
                        .param("token", access.hash())
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(access.until()))
                        .param("refresh", refresh.hash())
                        .param("end", Timestamp.from(refresh.until()))
                        .update()
                == 1;
    }

    /** What this refresh token stands for, used or not. */
    public Optional<Held> ofRefresh(byte[] hash) {
        return db.sql(
                        """
                        SELECT s.* FROM identity.refresh_token r JOIN identity.sign_in s USING (transaction)
                         WHERE r.token_hash = :hash
                        """)
                .param("hash", hash)
                .query((row, _) -> signIns.held(row))
                .optional();
    }

    /**
     * Exchanges a refresh token for the next one, which ends when the first would have ended. False
     * when it was used before, is too old or was revoked.
     */
    public boolean rotate(byte[] hash, Fresh access, byte[] next, Instant now) {
        return db.sql(
                                """
                                WITH used AS (
                                    UPDATE identity.refresh_token SET used_at = :now
                                     WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
                                    RETURNING transaction, expires_at)
                                INSERT INTO identity.refresh_token
                                       (token_hash, transaction, access_hash, access_until, expires_at)
                                SELECT :next, transaction, :access, :until, u.expires_at
                                  FROM used u JOIN identity.sign_in s USING (transaction)
                                 WHERE s.state = 'redeemed'
                                """
                                        + SESSION_HOLDS)
                        .param("hash", hash)
                        .param("next", next)
                        .param("access", access.hash())
                        .param("until", Timestamp.from(access.until()))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** What this access token opens, at the federation whose active client got it. */
    public Optional<Live> ofAccess(byte[] hash, Federation federation, Instant now) {
        return live(
                        """
                        SELECT s.*, s.token_until AS live_until FROM identity.sign_in s
                         WHERE s.token_hash = :hash AND s.token_until > :now AND s.state = 'redeemed'
                           AND s.client_id IN (SELECT client_id FROM identity.client
                                                WHERE federation = :federation AND active)
                        """
                                + SESSION_HOLDS,
                        hash,
                        federation,
                        now)
                .or(
                        () ->
                                live(
                                        """
                                        SELECT s.*, r.access_until AS live_until
                                          FROM identity.refresh_token r JOIN identity.sign_in s USING (transaction)
                                         WHERE r.access_hash = :hash AND r.access_until > :now
                                           AND s.state = 'redeemed'
                                           AND s.client_id IN (SELECT client_id FROM identity.client
                                                                WHERE federation = :federation AND active)
                                        """
                                                + SESSION_HOLDS,
                                        hash,
                                        federation,
                                        now));
    }

    private Optional<Live> live(String sql, byte[] hash, Federation federation, Instant now) {
        return db.sql(sql)
                .param("hash", hash)
                .param("federation", federation.code())
                .param("now", Timestamp.from(now))
                .query(
                        (row, _) ->
                                new Live(
                                        signIns.held(row),
                                        row.getTimestamp("live_until").toInstant()))
                .optional();
    }

    /** Ends all that this code gave. */
    public void revokeCode(byte[] codeHash) {
        db.sql("UPDATE identity.sign_in SET state = 'revoked' WHERE code_hash = :hash")
                .param("hash", codeHash)
                .update();
    }

    /** Ends all that was given with this refresh token, before and after it. */
    public void revokeFamily(byte[] refreshHash, String clientId) {
        db.sql(
                        """
                        UPDATE identity.sign_in SET state = 'revoked'
                         WHERE client_id = :client
                           AND transaction IN (SELECT transaction FROM identity.refresh_token
                                                WHERE token_hash = :hash)
                        """)
                .param("hash", refreshHash)
                .param("client", clientId)
                .update();
    }

    /** Ends this access token and nothing else. */
    public void revokeAccess(byte[] hash, String clientId, Instant now) {
        db.sql(
                        """
                        WITH refreshed AS (
                            UPDATE identity.refresh_token r SET access_until = :now
                              FROM identity.sign_in s
                             WHERE r.access_hash = :hash AND s.transaction = r.transaction
                               AND s.client_id = :client)
                        UPDATE identity.sign_in SET token_until = :now
                         WHERE token_hash = :hash AND client_id = :client
                        """)
                .param("hash", hash)
                .param("client", clientId)
                .param("now", Timestamp.from(now))
                .update();
    }
}
