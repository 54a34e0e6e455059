package fr.socle.demarches.prefill;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.prefill.Prefills.Begun;
import fr.socle.demarches.prefill.Prefills.Followed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What programs sent ahead of usagers. */
@Component
class PrefillStore {

    private final JdbcClient db;

    PrefillStore(JdbcClient db) {
        this.db = db;
    }

    /** The procedure of this number of the contract, if it was published once. */
    Optional<DemarcheId> published(int number) {
        return db.sql(
                        "SELECT id FROM demarches.demarche WHERE serial = :number AND state <> 'brouillon'")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .map(DemarcheId::new);
    }

    /** The number that the dossier will bear. */
    int insert(byte[] hash, DemarcheId demarche, byte[] content, Instant now) {
        return db.sql(
                        """
                        INSERT INTO demarches.preremplissage (token_hash, demarche, content, made_at)
                        VALUES (:hash, :demarche, :content, :now)
                        RETURNING serial
                        """)
                .param("hash", hash)
                .param("demarche", demarche.value())
                .param("content", content)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    Optional<byte[]> find(byte[] hash, DemarcheId demarche, Instant limit) {
        return db.sql(
                        """
                        SELECT content FROM demarches.preremplissage
                         WHERE token_hash = :hash AND demarche = :demarche AND dossier IS NULL AND made_at > :limit
                        """)
                .param("hash", hash)
                .param("demarche", demarche.value())
                .param("limit", Timestamp.from(limit))
                .query(byte[].class)
                .optional();
    }

    /**
     * The draft takes the number that its program was told. Of two who begin at once the second
     * waits here, and finds it taken; a draft that was begun with another token keeps its number.
     */
    boolean claim(byte[] hash, DemarcheId demarche, DossierId dossier) {
        return db.sql(
                                """
                                WITH taken AS (
                                    UPDATE demarches.preremplissage p SET dossier = :dossier, content = NULL
                                     WHERE token_hash = :hash AND demarche = :demarche AND dossier IS NULL
                                       AND EXISTS (SELECT FROM demarches.dossier d
                                                    WHERE d.id = :dossier AND d.demarche = p.demarche
                                                      AND d.state = 'brouillon')
                                       AND NOT EXISTS (SELECT FROM demarches.preremplissage o
                                                        WHERE o.dossier = :dossier)
                                    RETURNING serial)
                                UPDATE demarches.dossier SET serial = taken.serial FROM taken WHERE id = :dossier
                                """)
                        .param("hash", hash)
                        .param("demarche", demarche.value())
                        .param("dossier", dossier.value())
                        .update()
                == 1;
    }

    boolean isClaimedBy(byte[] hash, DossierId dossier) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM demarches.preremplissage
                                        WHERE token_hash = :hash AND dossier = :dossier)
                        """)
                .param("hash", hash)
                .param("dossier", dossier.value())
                .query(Boolean.class)
                .single();
    }

    /** Empty for a token that is not there, or is too old and was never begun with. */
    Optional<Followed> follow(String token, byte[] hash, DemarcheId demarche, Instant limit) {
        return db.sql(
                        """
                        SELECT p.serial, q.slug, d.state, d.deposited_at, d.decided_at
                          FROM demarches.preremplissage p
                          JOIN demarches.demarche q ON q.id = p.demarche
                          LEFT JOIN demarches.dossier d ON d.id = p.dossier
                         WHERE p.token_hash = :hash AND p.demarche = :demarche
                           AND (p.dossier IS NOT NULL OR p.made_at > :limit)
                        """)
                .param("hash", hash)
                .param("demarche", demarche.value())
                .param("limit", Timestamp.from(limit))
                .query(
                        (row, _) ->
                                new Followed(
                                        token,
                                        row.getInt("serial"),
                                        Prefills.path(row.getString("slug"), token),
                                        begun(row)))
                .optional();
    }

    /** Those that nobody began with: the others go with their dossiers. */
    void deleteBefore(Instant limit) {
        db.sql("DELETE FROM demarches.preremplissage WHERE dossier IS NULL AND made_at < :limit")
                .param("limit", Timestamp.from(limit))
                .update();
    }

    private static Optional<Begun> begun(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return state == null
                ? Optional.empty()
                : Optional.of(
                        new Begun(
                                state.replace('-', '_'),
                                instant(row.getTimestamp("deposited_at")),
                                instant(row.getTimestamp("decided_at"))));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
