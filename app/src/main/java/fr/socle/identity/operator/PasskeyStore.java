package fr.socle.identity.operator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The public halves of passkeys. */
@Component
class PasskeyStore {

    /** What a signature is checked against. */
    record Verifiable(Passkey key, byte[] attested, long counter) {}

    private final JdbcClient db;

    PasskeyStore(JdbcClient db) {
        this.db = db;
    }

    List<Passkey> of(UUID agent) {
        return db.sql("SELECT * FROM identity.passkey WHERE agent = :agent ORDER BY enrolled_at")
                .param("agent", agent)
                .query((row, _) -> passkey(row))
                .list();
    }

    Optional<Verifiable> byCredential(byte[] credential) {
        return db.sql("SELECT * FROM identity.passkey WHERE credential = :credential FOR UPDATE")
                .param("credential", credential)
                .query(
                        (row, _) ->
                                new Verifiable(
                                        passkey(row),
                                        row.getBytes("attested"),
                                        row.getLong("counter")))
                .optional();
    }

    /** False when this credential is enrolled already. */
    boolean insert(Passkey key, byte[] attested, long counter) {
        return db.sql(
                                """
                                INSERT INTO identity.passkey
                                       (id, agent, credential, attested, counter, label, enrolled_at)
                                VALUES (:id, :agent, :credential, :attested, :counter, :label, :now)
                                ON CONFLICT (credential) DO NOTHING
                                """)
                        .param("id", key.id())
                        .param("agent", key.agent())
                        .param("credential", key.credential())
                        .param("attested", attested)
                        .param("counter", counter)
                        .param("label", key.label())
                        .param("now", Timestamp.from(key.enrolledAt()))
                        .update()
                == 1;
    }

    void used(UUID id, long counter, Instant now) {
        db.sql("UPDATE identity.passkey SET counter = :counter, used_at = :now WHERE id = :id")
                .param("id", id)
                .param("counter", counter)
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean rename(UUID agent, UUID id, String label) {
        return db.sql(
                                "UPDATE identity.passkey SET label = :label WHERE id = :id AND agent = :agent")
                        .param("id", id)
                        .param("agent", agent)
                        .param("label", label)
                        .update()
                == 1;
    }

    boolean delete(UUID agent, UUID id) {
        return db.sql("DELETE FROM identity.passkey WHERE id = :id AND agent = :agent")
                        .param("id", id)
                        .param("agent", agent)
                        .update()
                == 1;
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        var used = row.getTimestamp("used_at");
        return new Passkey(
                row.getObject("id", UUID.class),
                row.getObject("agent", UUID.class),
                row.getBytes("credential"),
                row.getString("label"),
                row.getTimestamp("enrolled_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
