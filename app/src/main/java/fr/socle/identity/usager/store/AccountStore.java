package fr.socle.identity.usager.store;

import fr.socle.kernel.PersonRef;
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

/** All that is kept under a person's reference: to be taken away, and to be erased. */
@Component
public class AccountStore {

    /** An account at a provider. */
    public record Account(String provider, String sub, Instant linkedAt) {}

    /** What the services of a sector call the person. */
    public record Subject(String sector, String sub, List<String> services) {}

    /** A session on the pages of this house. */
    public record Session(Instant openedAt, Instant usedAt) {}

    /** The sealed civil status. */
    public record CivilStatus(byte[] sealed, Instant changedAt, LocalDate usedIn) {}

    /** Where rows of a person lie that do not go with the person's row by themselves. */
    private static final List<String> TABLES =
            List.of(
                    "civil_status",
                    "account",
                    "subject",
                    "usager_session",
                    "federation_session",
                    "consent",
                    "sign_in_reference",
                    "own_line");

    private final JdbcClient db;

    AccountStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<CivilStatus> civilStatus(PersonRef person) {
        return db.sql(
                        """
                        SELECT sealed, changed_at, used_in FROM identity.civil_status
                         WHERE person = :person
                        """)
                .param("person", person.value())
                .query(
                        (row, _) ->
                                new CivilStatus(
                                        row.getBytes("sealed"),
                                        row.getTimestamp("changed_at").toInstant(),
                                        row.getObject("used_in", LocalDate.class)))
                .optional();
    }

    public List<Account> accounts(PersonRef person) {
        return db.sql(
                        """
                        SELECT provider, sub, linked_at FROM identity.account
                         WHERE person = :person ORDER BY linked_at
                        """)
                .param("person", person.value())
                .query(
                        (row, _) ->
                                new Account(
                                        row.getString("provider"),
                                        row.getString("sub"),
                                        row.getTimestamp("linked_at").toInstant()))
                .list();
    }

    public List<Subject> subjects(PersonRef person) {
        return db.sql(
                        """
                        SELECT s.sector, s.sub,
                               ARRAY(SELECT c.name FROM identity.client c
                                      WHERE c.sector = s.sector ORDER BY c.name LIMIT 20) AS services
                          FROM identity.subject s WHERE s.person = :person ORDER BY s.sector
                        """)
                .param("person", person.value())
                .query((row, _) -> subject(row))
                .list();
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                row.getString("sector"),
                row.getString("sub"),
                List.of((String[]) row.getArray("services").getArray()));
    }

    public List<Session> sessions(PersonRef person, Instant now, Instant idleSince) {
        return db.sql(
                        """
                        SELECT opened_at, touched_at FROM identity.usager_session
                         WHERE person = :person AND expires_at > :now AND touched_at > :idle
                         ORDER BY opened_at
                        """)
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(idleSince))
                .query(
                        (row, _) ->
                                new Session(
                                        row.getTimestamp("opened_at").toInstant(),
                                        row.getTimestamp("touched_at").toInstant()))
                .list();
    }

    /**
     * Persons who did not sign in since before this month; another node takes others. Who is shut
     * out stays, because they would be let in again as somebody new.
     */
    public List<PersonRef> lockUnused(LocalDate month, int limit) {
        return db.sql(
                        """
                        SELECT person FROM identity.civil_status c
                         WHERE used_in < :month
                           AND NOT EXISTS (SELECT FROM identity.blocked_person b WHERE b.person = c.person)
                         ORDER BY used_in LIMIT :limit FOR UPDATE SKIP LOCKED
                        """)
                .param("month", month)
                .param("limit", limit)
                .query((row, _) -> new PersonRef(row.getObject("person", UUID.class)))
                .list();
    }

    /** Preferences, choices and devices go with the person's row. */
    public void erase(PersonRef person) {
        for (var table : TABLES) {
            db.sql("DELETE FROM identity." + table + " WHERE person = :person")
                    .param("person", person.value())
                    .update();
        }
        db.sql("UPDATE identity.person SET became = NULL WHERE became = :person")
                .param("person", person.value())
                .update();
        db.sql("DELETE FROM identity.person WHERE ref = :person")
                .param("person", person.value())
                .update();
    }
}
