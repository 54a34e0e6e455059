package fr.socle.identity.store;

import fr.socle.kernel.PersonRef;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons who became another one. */
@Component
public class SuccessionStore {

    private final JdbcClient db;

    SuccessionStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps other writers waiting; in one order, so that two successions do not wait in a ring. */
    public void lock(PersonRef one, PersonRef other) {
        db.sql("SELECT ref FROM identity.person WHERE ref IN (:refs) ORDER BY ref FOR UPDATE")
                .param("refs", List.of(one.value(), other.value()))
                .query(UUID.class)
                .list();
    }

    public void moveAccounts(PersonRef before, PersonRef now) {
        update("UPDATE identity.account SET person = :now WHERE person = :before", before, now);
    }

    /** Where both have a subject the present one's stays in force. */
    public void moveSubjects(PersonRef before, PersonRef now) {
        update(
                """
                UPDATE identity.subject moved
                   SET person = :now,
                       in_force = in_force AND NOT EXISTS (
                           SELECT FROM identity.subject present
                            WHERE present.sector = moved.sector AND present.person = :now AND present.in_force)
                 WHERE person = :before
                """,
                before,
                now);
    }

    /**
     * One person's agreements: a yes that was said before a no to the same service falls, and of
     * two for one service one remains, which covers both.
     */
    public void moveConsents(PersonRef before, PersonRef now) {
        update(
                """
                UPDATE identity.consent agreed SET withdrawn_at = refused.at
                  FROM (SELECT client_id, max(withdrawn_at) AS at FROM identity.consent
                         WHERE person IN (:before, :now) GROUP BY client_id) refused
                 WHERE agreed.person IN (:before, :now) AND agreed.withdrawn_at IS NULL
                   AND agreed.client_id = refused.client_id AND agreed.given_at <= refused.at
                """,
                before,
                now);
        update(
                """
                WITH former AS (
                    DELETE FROM identity.consent f USING identity.consent p
                     WHERE f.person = :before AND f.withdrawn_at IS NULL
                       AND p.person = :now AND p.withdrawn_at IS NULL AND p.client_id = f.client_id
                    RETURNING f.*)
                UPDATE identity.consent present
                   SET scopes = ARRAY(SELECT unnest(present.scopes) UNION SELECT unnest(former.scopes)),
                       since = least(present.since, former.since),
                       given_at = greatest(present.given_at, former.given_at)
                  FROM former
                 WHERE present.person = :now AND present.withdrawn_at IS NULL
                   AND present.client_id = former.client_id
                """,
                before,
                now);
        update("UPDATE identity.consent SET person = :now WHERE person = :before", before, now);
    }

    /** Nobody is found by the former civil status any more. */
    public void close(PersonRef before, PersonRef now) {
        db.sql("DELETE FROM identity.civil_status WHERE person = :before")
                .param("before", before.value())
                .update();
        update(
                "UPDATE identity.person SET became = :now WHERE ref = :before OR became = :before",
                before,
                now);
    }

    /** The references that became this one. */
    public Set<PersonRef> former(PersonRef person) {
        return db.sql("SELECT ref FROM identity.person WHERE became = :person")
                .param("person", person.value())
                .query((row, _) -> new PersonRef(row.getObject("ref", UUID.class)))
                .set();
    }

    private void update(String sql, PersonRef before, PersonRef now) {
        db.sql(sql).param("before", before.value()).param("now", now.value()).update();
    }
}
