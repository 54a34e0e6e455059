package fr.socle.identity.store;

import fr.socle.house.Together;
import fr.socle.kernel.PersonRef;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons, their accounts at providers, their sealed civil status, their subjects. */
@Component
public class PersonStore {

    /**
     * @param inForce whether the sector gets it today; else it hears of it as a former one
     */
    public record KnownSubject(String sub, boolean inForce) {}

    private final JdbcClient db;
    private final Together<byte[], List<PersonRef>> alike = new Together<>(this::ofFingerprints);

    PersonStore(JdbcClient db) {
        this.db = db;
    }

    /** Lets one sign-in at a time decide about this civil status, until the transaction ends. */
    public void lock(byte[] fingerprint) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(encode(:print, 'hex'), 7))")
                .param("print", fingerprint)
                .query(rows -> {});
    }

    static LocalDate month(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
    }

    public Optional<PersonRef> ofAccount(String provider, String sub) {
        return db.sql(
                        "SELECT person FROM identity.account WHERE provider = :provider AND sub = :sub")
                .param("provider", provider)
                .param("sub", sub)
                .query(UUID.class)
                .optional()
                .map(PersonRef::new);
    }

    /** Read at each call; concurrent callers share a statement. */
    public List<PersonRef> ofFingerprint(byte[] fingerprint) {
        return alike.ask(fingerprint);
    }

    private List<List<PersonRef>> ofFingerprints(List<byte[]> fingerprints) {
        var found = new HashMap<ByteBuffer, List<PersonRef>>();
        db.sql(
                        "SELECT fingerprint, person FROM identity.civil_status WHERE fingerprint = ANY (:prints)")
                .param("prints", fingerprints.toArray(byte[][]::new))
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            ByteBuffer.wrap(row.getBytes("fingerprint")),
                                            _ -> new ArrayList<>())
                                    .add(new PersonRef(row.getObject("person", UUID.class)));
                        });
        return fingerprints.stream()
                .map(it -> found.getOrDefault(ByteBuffer.wrap(it), List.of()))
                .toList();
    }

    public boolean hasAccountAt(PersonRef person, String provider) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM identity.account
                                        WHERE person = :person AND provider = :provider)
                        """)
                .param("person", person.value())
                .param("provider", provider)
                .query(Boolean.class)
                .single();
    }

    public void insert(PersonRef person, Instant now) {
        db.sql("INSERT INTO identity.person (ref, created_at) VALUES (:ref, :now)")
                .param("ref", person.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    public void link(String provider, String sub, PersonRef person, Instant now) {
        db.sql(
                        """
                        INSERT INTO identity.account (provider, sub, person, linked_at)
                        VALUES (:provider, :sub, :person, :now)
                        """)
                .param("provider", provider)
                .param("sub", sub)
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Keeps the civil status and the month of this use; nothing is written when neither changed.
     */
    public void keep(PersonRef person, byte[] fingerprint, byte[] sealed, Instant now) {
        db.sql(
                        """
                        INSERT INTO identity.civil_status AS it
                               (person, fingerprint, sealed, changed_at, used_in)
                        VALUES (:person, :print, :sealed, :now, :month)
                        ON CONFLICT (person) DO UPDATE
                           SET fingerprint = EXCLUDED.fingerprint, sealed = EXCLUDED.sealed,
                               used_in = EXCLUDED.used_in,
                               changed_at = CASE WHEN it.fingerprint <> EXCLUDED.fingerprint
                                                 THEN EXCLUDED.changed_at ELSE it.changed_at END
                         WHERE it.fingerprint <> EXCLUDED.fingerprint OR it.used_in < EXCLUDED.used_in
                        """)
                .param("person", person.value())
                .param("print", fingerprint)
                .param("sealed", sealed)
                .param("now", Timestamp.from(now))
                .param("month", month(now))
                .update();
    }

    /** Those that a sector knew the person by; the one in force first. */
    public List<KnownSubject> subjectsOf(String sector, PersonRef person) {
        return db.sql(
                        """
                        SELECT sub, in_force FROM identity.subject
                         WHERE sector = :sector AND person = :person
                         ORDER BY in_force DESC, sub
                        """)
                .param("sector", sector)
                .param("person", person.value())
                .query(
                        (row, _) ->
                                new KnownSubject(row.getString("sub"), row.getBoolean("in_force")))
                .list();
    }

    public Optional<PersonRef> ofSubject(String clientId, String sub) {
        return db.sql(
                        """
                        SELECT s.person FROM identity.subject s
                          JOIN identity.client c ON c.sector = s.sector
                         WHERE c.client_id = :client AND s.sub = :sub
                        """)
                .param("client", clientId)
                .param("sub", sub)
                .query(UUID.class)
                .optional()
                .map(PersonRef::new);
    }
}
