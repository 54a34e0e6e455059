package fr.socle.citoyen.store;

import fr.socle.citoyen.entreprise.Delegation;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siren;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom representatives let into the file of their company. */
@Component
public class DelegationStore {

    private static final String COLUMNS =
            "id, siren, name, given_by, given_at, code_until, until, accepted_at, ended_at";

    private final JdbcClient db;

    DelegationStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(Delegation it, byte[] codeHash) {
        db.sql(
                        """
                        INSERT INTO citoyen.delegation_entreprise
                               (id, siren, name, given_by, given_at, code_hash, code_until, until)
                        VALUES (:id, :siren, :name, :by, :given, :hash, :code_until, :until)
                        """)
                .param("id", it.id())
                .param("siren", it.siren().value())
                .param("name", it.name())
                .param("by", it.givenBy())
                .param("given", Timestamp.from(it.givenAt()))
                .param("hash", codeHash)
                .param("code_until", Timestamp.from(it.codeUntil()))
                .param("until", Timestamp.from(it.until()))
                .update();
    }

    /** How many are in force or may still be accepted. */
    public int standing(Siren siren, Instant now) {
        return db.sql(
                        """
                        SELECT count(*) FROM citoyen.delegation_entreprise
                         WHERE siren = :siren AND ended_at IS NULL AND until > :now
                           AND (accepted_at IS NOT NULL OR code_until > :now)
                        """)
                .param("siren", siren.value())
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    /** The latest first. */
    public List<Delegation> of(Siren siren) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                  FROM citoyen.delegation_entreprise WHERE siren = :siren
                                 ORDER BY given_at DESC LIMIT 200
                                """)
                .param("siren", siren.value())
                .query(DelegationStore::delegation)
                .list();
    }

    public Optional<Delegation> inForce(PersonRef person, Siren siren, Instant now) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                  FROM citoyen.delegation_entreprise
                                 WHERE person = :person AND siren = :siren AND ended_at IS NULL AND until > :now
                                 ORDER BY until DESC LIMIT 1
                                """)
                .param("person", person.value())
                .param("siren", siren.value())
                .param("now", Timestamp.from(now))
                .query(DelegationStore::delegation)
                .optional();
    }

    /** A code is good for one person, once; empty when it is not, or not any more. */
    public Optional<Delegation> accept(
            PersonRef person, Siren siren, byte[] codeHash, Instant now) {
        return db.sql(
                        """
                        UPDATE citoyen.delegation_entreprise SET person = :person, accepted_at = :now
                         WHERE code_hash = :hash AND siren = :siren AND accepted_at IS NULL AND ended_at IS NULL
                           AND code_until > :now AND until > :now
                        RETURNING\s"""
                                + COLUMNS)
                .param("person", person.value())
                .param("siren", siren.value())
                .param("hash", codeHash)
                .param("now", Timestamp.from(now))
                .query(DelegationStore::delegation)
                .optional();
    }

    /** Empty when this company has no such one that stands. */
    public Optional<Delegation> end(UUID id, Siren siren, Instant now) {
        return db.sql(
                        """
                        UPDATE citoyen.delegation_entreprise SET ended_at = :now
                         WHERE id = :id AND siren = :siren AND ended_at IS NULL AND until > :now
                        RETURNING\s"""
                                + COLUMNS)
                .param("id", id)
                .param("siren", siren.value())
                .param("now", Timestamp.from(now))
                .query(DelegationStore::delegation)
                .optional();
    }

    /** Nobody may have it any more, and who had it is not known. */
    public void forget(PersonRef person, Instant now) {
        db.sql(
                        """
                        UPDATE citoyen.delegation_entreprise
                           SET person = NULL, ended_at = coalesce(ended_at, :now) WHERE person = :person
                        """)
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Those that were over by then. */
    public void deleteBefore(Instant moment) {
        db.sql(
                        """
                        DELETE FROM citoyen.delegation_entreprise
                         WHERE least(until, ended_at) < :moment OR accepted_at IS NULL AND code_until < :moment
                        """)
                .param("moment", Timestamp.from(moment))
                .update();
    }

    private static Delegation delegation(ResultSet row, int number) throws SQLException {
        return new Delegation(
                row.getObject("id", UUID.class),
                new Siren(row.getString("siren")),
                row.getString("name"),
                row.getString("given_by"),
                row.getTimestamp("given_at").toInstant(),
                row.getTimestamp("code_until").toInstant(),
                row.getTimestamp("until").toInstant(),
                moment(row, "accepted_at"),
                moment(row, "ended_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
