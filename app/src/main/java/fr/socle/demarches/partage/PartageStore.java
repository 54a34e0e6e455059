package fr.socle.demarches.partage;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations to drafts, and who accepted them. */
@Component
class PartageStore {

    private static final String COLUMNS =
            """
            SELECT c.id, c.dossier, c.email, c.cession, c.person, coalesce(c.name, '') AS name, c.expires_at
              FROM demarches.co_redacteur c
            """;

    private final JdbcClient db;

    PartageStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Those who fill it, and those who were asked and may still answer; the first invited first.
     */
    List<CoRedacteur> of(DossierId dossier, Instant now) {
        return db.sql(
                        COLUMNS
                                + """
                                 WHERE c.dossier = :dossier AND c.ended_at IS NULL
                                   AND (c.person IS NOT NULL OR c.expires_at > :now)
                                 ORDER BY c.invited_at, c.id
                                """)
                .param("dossier", dossier.value())
                .param("now", Timestamp.from(now))
                .query(PartageStore::read)
                .list();
    }

    /** Keeps other writers of this draft's invitations waiting. False when it is no draft. */
    boolean lock(DossierId dossier) {
        return db.sql(
                        "SELECT id FROM demarches.dossier WHERE id = :id AND state = 'brouillon' FOR UPDATE")
                .param("id", dossier.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** How many invitations this draft ever sent. */
    int sent(DossierId dossier) {
        return db.sql("SELECT count(*) FROM demarches.co_redacteur WHERE dossier = :dossier")
                .param("dossier", dossier.value())
                .query(Integer.class)
                .single();
    }

    void insert(
            UUID id,
            DossierId dossier,
            EmailAddress email,
            boolean cession,
            byte[] hash,
            Instant now,
            Instant until) {
        db.sql(
                        """
                        INSERT INTO demarches.co_redacteur (id, dossier, email, cession, token_hash, invited_at, expires_at)
                        VALUES (:id, :dossier, :email, :cession, :hash, :now, :until)
                        """)
                .param("id", id)
                .param("dossier", dossier.value())
                .param("email", email.value())
                .param("cession", cession)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .update();
    }

    /** The invitation of this token, while it may be answered and the draft is one. */
    Optional<CoRedacteur> invited(byte[] hash, Instant now) {
        return db.sql(
                        COLUMNS
                                + """
                                  JOIN demarches.dossier d ON d.id = c.dossier
                                 WHERE c.token_hash = :hash AND c.expires_at > :now AND d.state = 'brouillon'
                                """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query(PartageStore::read)
                .optional();
    }

    /** Of two who accept at once the second finds it answered. */
    boolean accept(byte[] hash, PersonRef person, String name) {
        return db.sql(
                                """
                                UPDATE demarches.co_redacteur SET person = :person, name = :name, token_hash = NULL
                                 WHERE token_hash = :hash
                                """)
                        .param("hash", hash)
                        .param("person", person.value())
                        .param("name", name)
                        .update()
                == 1;
    }

    /** Who fills this draft at somebody else's invitation; empty for anyone else. */
    Optional<CoRedacteur> of(DossierId dossier, PersonRef person) {
        return db.sql(
                        COLUMNS
                                + """
                                  JOIN demarches.dossier d ON d.id = c.dossier
                                 WHERE c.dossier = :dossier AND c.person = :person AND c.ended_at IS NULL
                                   AND d.state = 'brouillon'
                                """)
                .param("dossier", dossier.value())
                .param("person", person.value())
                .query(PartageStore::read)
                .optional();
    }

    boolean end(UUID id, DossierId dossier, Instant now) {
        return db.sql(
                                """
                                UPDATE demarches.co_redacteur SET ended_at = :now, token_hash = NULL
                                 WHERE id = :id AND dossier = :dossier AND ended_at IS NULL
                                """)
                        .param("id", id)
                        .param("dossier", dossier.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The drafts of others that this person fills, the latest change first. */
    List<Partages.Shared> shared(PersonRef person) {
        return db.sql(
                        """
                        SELECT d.id, d.title, d.organisation_name, d.applicant, d.changed_at
                          FROM demarches.co_redacteur c JOIN demarches.dossier d ON d.id = c.dossier
                         WHERE c.person = :person AND c.ended_at IS NULL AND d.state = 'brouillon'
                         ORDER BY d.changed_at DESC LIMIT 200
                        """)
                .param("person", person.value())
                .query(
                        (row, _) ->
                                new Partages.Shared(
                                        new DossierId(row.getObject("id", UUID.class)),
                                        row.getString("title"),
                                        row.getString("organisation_name"),
                                        row.getString("applicant"),
                                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /** Nobody else fills it any more, nor is asked to. */
    void forget(DossierId dossier) {
        db.sql("DELETE FROM demarches.co_redacteur WHERE dossier = :dossier")
                .param("dossier", dossier.value())
                .update();
    }

    void forget(PersonRef person) {
        db.sql("DELETE FROM demarches.co_redacteur WHERE person = :person")
                .param("person", person.value())
                .update();
    }

    private static CoRedacteur read(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person", UUID.class);
        return new CoRedacteur(
                row.getObject("id", UUID.class),
                new DossierId(row.getObject("dossier", UUID.class)),
                row.getString("email"),
                row.getBoolean("cession"),
                person == null ? null : new PersonRef(person),
                row.getString("name"),
                row.getTimestamp("expires_at").toInstant());
    }
}
