package fr.socle.demarches.epreuve;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.DefinitionJson;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.demarches.dossier.ReponsesJson;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Private links to drafts, and what their testers fill. */
@Component
class EpreuveStore {

    private final JdbcClient db;

    EpreuveStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A link as it lies.
     *
     * @param begun how many testers began
     * @param deposited how many of them came to the end
     */
    record Row(byte[] sealed, Instant until, int begun, int deposited) {}

    /** The one before goes, and what was filled by it. */
    void replace(DemarcheId demarche, byte[] hash, byte[] sealed, Instant now, Instant until) {
        delete(demarche);
        db.sql(
                        """
                        INSERT INTO demarches.epreuve_lien (demarche, token_hash, sealed, made_at, expires_at)
                        VALUES (:demarche, :hash, :sealed, :now, :until)
                        """)
                .param("demarche", demarche.value())
                .param("hash", hash)
                .param("sealed", sealed)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .update();
    }

    boolean delete(DemarcheId demarche) {
        return db.sql("DELETE FROM demarches.epreuve_lien WHERE demarche = :demarche")
                        .param("demarche", demarche.value())
                        .update()
                == 1;
    }

    Optional<Row> of(DemarcheId demarche, Instant now) {
        return db.sql(
                        """
                        SELECT l.sealed, l.expires_at, count(e.secret_hash) AS begun, count(e.deposited_at) AS deposited
                          FROM demarches.epreuve_lien l
                          LEFT JOIN demarches.epreuve e ON e.lien = l.token_hash
                         WHERE l.demarche = :demarche AND l.expires_at > :now
                         GROUP BY l.demarche
                        """)
                .param("demarche", demarche.value())
                .param("now", Timestamp.from(now))
                .query(
                        (row, _) ->
                                new Row(
                                        row.getBytes("sealed"),
                                        row.getTimestamp("expires_at").toInstant(),
                                        row.getInt("begun"),
                                        row.getInt("deposited")))
                .optional();
    }

    Optional<DemarcheId> find(byte[] hash, Instant now) {
        return db.sql(
                        """
                        SELECT demarche FROM demarches.epreuve_lien WHERE token_hash = :hash AND expires_at > :now
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional()
                .map(DemarcheId::new);
    }

    /** False when the link has gone, or so many began with it already. */
    boolean insert(
            byte[] secret,
            byte[] lien,
            Definition definition,
            Reponses first,
            int most,
            Instant now) {
        return db.sql(
                                """
                                INSERT INTO demarches.epreuve (secret_hash, lien, definition, reponses, changed_at)
                                SELECT :secret, token_hash, :definition, :reponses, :now
                                  FROM demarches.epreuve_lien
                                 WHERE token_hash = :lien AND expires_at > :now
                                   AND (SELECT count(*) FROM demarches.epreuve WHERE lien = :lien) < :most
                                """)
                        .param("secret", secret)
                        .param("lien", lien)
                        .param("definition", DefinitionJson.write(definition))
                        .param("reponses", ReponsesJson.write(first))
                        .param("most", most)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<Epreuve> read(byte[] secret, byte[] lien, Instant now) {
        return db.sql(
                        """
                        SELECT e.definition, e.reponses, e.version, e.changed_at, e.deposited_at
                          FROM demarches.epreuve e JOIN demarches.epreuve_lien l ON l.token_hash = e.lien
                         WHERE e.secret_hash = :secret AND e.lien = :lien AND l.expires_at > :now
                        """)
                .param("secret", secret)
                .param("lien", lien)
                .param("now", Timestamp.from(now))
                .query(
                        (row, _) -> {
                            var deposited = row.getTimestamp("deposited_at");
                            return new Epreuve(
                                    DefinitionJson.read(row.getString("definition")).orThrow(),
                                    ReponsesJson.read(row.getString("reponses")),
                                    row.getLong("version"),
                                    row.getTimestamp("changed_at").toInstant(),
                                    deposited == null ? null : deposited.toInstant());
                        })
                .optional();
    }

    /** False when it moved since this version, was deposited, or has gone. */
    boolean keep(byte[] secret, long version, Reponses reponses, Instant now) {
        return db.sql(
                                """
                                UPDATE demarches.epreuve
                                   SET reponses = :reponses, changed_at = :now, version = version + 1
                                 WHERE secret_hash = :secret AND version = :version AND deposited_at IS NULL
                                """)
                        .param("secret", secret)
                        .param("version", version)
                        .param("reponses", ReponsesJson.write(reponses))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean deposit(byte[] secret, long version, Instant now) {
        return db.sql(
                                """
                                UPDATE demarches.epreuve SET deposited_at = :now, version = version + 1
                                 WHERE secret_hash = :secret AND version = :version AND deposited_at IS NULL
                                """)
                        .param("secret", secret)
                        .param("version", version)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void deleteExpired(Instant now) {
        db.sql("DELETE FROM demarches.epreuve_lien WHERE expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
