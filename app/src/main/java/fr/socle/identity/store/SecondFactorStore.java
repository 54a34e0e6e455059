package fr.socle.identity.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who still owes a code that was sent. */
@Component
public class SecondFactorStore {

    /** A row whose code was just tried. */
    public record Tried(byte[] sealed, byte[] codeHash) {}

    private final JdbcClient db;

    SecondFactorStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Writes the row, unless the account had so many already that still count, or the sign-in has
     * one. Also removes what is over.
     */
    public boolean insert(
            String transaction,
            byte[] account,
            byte[] sealed,
            byte[] codeHash,
            Instant until,
            int most) {
        db.sql("DELETE FROM identity.second_factor WHERE expires_at < now() - interval '1 hour'")
                .update();
        return db.sql(
                                """
                                INSERT INTO identity.second_factor
                                       (transaction, account, sealed, code_hash, expires_at)
                                SELECT :transaction, :account, :sealed, :hash, :until
                                 WHERE (SELECT count(*) FROM identity.second_factor
                                         WHERE account = :account AND expires_at > now()) < :most
                                ON CONFLICT (transaction) DO NOTHING
                                """)
                        .param("transaction", transaction)
                        .param("account", account)
                        .param("sealed", sealed)
                        .param("hash", codeHash)
                        .param("until", Timestamp.from(until))
                        .param("most", most)
                        .update()
                == 1;
    }

    /** Counts a try, unless the account has none left. */
    public Optional<Tried> tried(String transaction, int most, Instant now) {
        return db.sql(
                        """
                        UPDATE identity.second_factor this SET tries = tries + 1
                         WHERE transaction = :transaction AND used_at IS NULL AND expires_at > :now
                           AND tries < :most
                           AND (SELECT sum(tries) FROM identity.second_factor other
                                 WHERE other.account = this.account AND other.expires_at > :now) < :most
                        RETURNING sealed, code_hash
                        """)
                .param("transaction", transaction)
                .param("most", most)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Tried(row.getBytes("sealed"), row.getBytes("code_hash")))
                .optional();
    }

    /** Of two who type the right code at once, one has used it. */
    public boolean use(String transaction) {
        return db.sql(
                                """
                                UPDATE identity.second_factor SET used_at = now()
                                 WHERE transaction = :transaction AND used_at IS NULL
                                """)
                        .param("transaction", transaction)
                        .update()
                == 1;
    }

    public Optional<byte[]> waiting(String transaction, Instant now) {
        return db.sql(
                        """
                        SELECT sealed FROM identity.second_factor
                         WHERE transaction = :transaction AND used_at IS NULL AND expires_at > :now
                        """)
                .param("transaction", transaction)
                .param("now", Timestamp.from(now))
                .query(byte[].class)
                .optional();
    }
}
