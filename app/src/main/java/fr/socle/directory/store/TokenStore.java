package fr.socle.directory.store;

import fr.socle.directory.ApiToken;
import fr.socle.directory.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** API tokens, known by their hash. */
@Component
public class TokenStore {

    private static final String COLUMNS =
            "SELECT id, label, rights, created_at, expires_at, last_used, revoked_at FROM directory.api_token ";

    private final JdbcClient db;

    TokenStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(ApiToken token, byte[] secretHash) {
        db.sql(
                        """
                        INSERT INTO directory.api_token (id, secret_hash, label, rights, created_at, expires_at)
                        VALUES (:id, :hash, :label, :rights, :created, :expires)
                        """)
                .param("id", token.id())
                .param("hash", secretHash)
                .param("label", token.label())
                .param("rights", token.rights().toArray(String[]::new))
                .param("created", Timestamp.from(token.createdAt()))
                .param("expires", Timestamp.from(token.expiresAt()))
                .update();
    }

    /** The token of this secret while it holds. */
    public Optional<ApiToken> see(byte[] secretHash, Instant now) {
        return db.sql(
                        COLUMNS
                                + "WHERE secret_hash = :hash AND revoked_at IS NULL AND expires_at > :now")
                .param("hash", secretHash)
                .param("now", Timestamp.from(now))
                .query(TokenStore::token)
                .optional();
    }

    public Optional<ApiToken> find(UUID id) {
        return db.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(TokenStore::token)
                .optional();
    }

    public Listing<ApiToken> list(int size, long offset) {
        var total = db.sql("SELECT count(*) FROM directory.api_token").query(Long.class).single();
        var lines =
                db.sql(COLUMNS + "ORDER BY created_at DESC, id LIMIT :size OFFSET :offset")
                        .param("size", size)
                        .param("offset", offset)
                        .query(TokenStore::token)
                        .list();
        return new Listing<>(lines, total);
    }

    /** Keeps the day of use: one write a day for each token. */
    public void usedOn(UUID id, LocalDate day) {
        db.sql(
                        """
                        UPDATE directory.api_token SET last_used = :day
                         WHERE id = :id AND last_used IS DISTINCT FROM :day
                        """)
                .param("id", id)
                .param("day", day)
                .update();
    }

    /** False when it was revoked before. */
    public boolean revoke(UUID id, Instant now) {
        return db.sql(
                                "UPDATE directory.api_token SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        var revoked = row.getTimestamp("revoked_at");
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getString("label"),
                List.of((String[]) row.getArray("rights").getArray()),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getObject("last_used", LocalDate.class),
                revoked == null ? null : revoked.toInstant());
    }
}
