package fr.socle.journal.store;

import static java.util.stream.Collectors.toSet;

import fr.socle.house.Keyring;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that seal persons' parts. A person has two: one that he may have erased, and one for
 * what a statute orders us to keep until its term. They are read anew for every batch, so an erased
 * key seals nothing more anywhere.
 */
@Component
public class PersonKeys {

    private static final String CONTEXT = "journal.person-key";

    /** Whose key, and which of the two. */
    public record Holder(PersonRef person, boolean statutory) {}

    /** A key that can seal and open now. */
    public record PersonKey(long id, PersonRef person, SecretKey secret) {}

    private final JdbcClient db;
    private final Keyring keyring;
    private final TransactionTemplate apart;

    PersonKeys(JdbcClient db, Keyring keyring, PlatformTransactionManager transactions) {
        this.db = db;
        this.keyring = keyring;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The keys of all these holders. Those that are missing are made, and stay when the caller's
     * transaction is rolled back: made inside it, a new person's key would hold up everybody else
     * who writes about that person, for as long as that transaction is open.
     */
    public Map<Holder, PersonKey> of(Set<Holder> holders) {
        if (holders.isEmpty()) {
            return Map.of();
        }
        var keys = read(holders);
        var missing = holders.stream().filter(it -> !keys.containsKey(it)).collect(toSet());
        if (!missing.isEmpty()) {
            // on the journal's own connections, because a request that holds one must not wait for
            // a second of the same pool
            OwnConnections.on(() -> apart.executeWithoutResult(_ -> keys.putAll(made(missing))))
                    .run();
        }
        return keys;
    }

    /**
     * Another node may make the same key at the same time: then both read the one that came first.
     * The key is durable with the first entry that it seals, which is flushed after it.
     */
    private Map<Holder, PersonKey> made(Set<Holder> missing) {
        db.sql(
                        """
                SELECT set_config('synchronous_commit', 'off', true), set_config('lock_timeout', '2s', true)
                """)
                .query()
                .listOfRows();
        create(List.copyOf(missing));
        return read(missing);
    }

    /** The keys of these ids that were not erased. */
    public Map<Long, PersonKey> byId(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("SELECT id, person, sealed FROM journal.person_key WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> key(row))
                // because an open stream would keep its connection
                .list()
                .stream()
                .collect(Collectors.toMap(PersonKey::id, it -> it));
    }

    /** The ids of a person's keys, the statutory one included. */
    public Set<Long> idsOf(PersonRef person) {
        return db.sql("SELECT id FROM journal.person_key WHERE person = :person")
                .param("person", person.value())
                .query((row, _) -> row.getLong("id"))
                .set();
    }

    /**
     * Erases the key that the person may have erased; gives its id, or nothing when there was none.
     */
    public List<Long> erase(PersonRef person) {
        return db.sql(
                        "DELETE FROM journal.person_key WHERE person = :person AND NOT statutory RETURNING id")
                .param("person", person.value())
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private Map<Holder, PersonKey> read(Set<Holder> holders) {
        var keys = new HashMap<Holder, PersonKey>();
        db.sql(
                        """
                SELECT k.id, k.sealed, k.person, k.statutory
                FROM unnest(:persons, :statutory) AS wanted (person, statutory)
                JOIN journal.person_key k USING (person, statutory)
                """)
                .param(
                        "persons",
                        holders.stream()
                                .map(it -> it.person().value())
                                .toArray(java.util.UUID[]::new))
                .param("statutory", holders.stream().map(Holder::statutory).toArray(Boolean[]::new))
                .query((row, _) -> keys.put(holder(row), key(row)))
                .list();
        return keys;
    }

    private void create(List<Holder> holders) {
        db.sql(
                        """
                INSERT INTO journal.person_key (person, statutory, sealed)
                SELECT * FROM unnest(:persons, :statutory, :sealed) AS made (person, statutory, sealed)
                ORDER BY person, statutory
                ON CONFLICT (person, statutory) DO NOTHING
                """)
                .param(
                        "persons",
                        holders.stream()
                                .map(it -> it.person().value())
                                .toArray(java.util.UUID[]::new))
                .param("statutory", holders.stream().map(Holder::statutory).toArray(Boolean[]::new))
                .param(
                        "sealed",
                        holders.stream()
                                .map(_ -> keyring.seal(CONTEXT, keyring.freshKey()))
                                .toArray(byte[][]::new))
                .update();
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                new PersonRef(row.getObject("person", java.util.UUID.class)),
                row.getBoolean("statutory"));
    }

    private PersonKey key(ResultSet row) throws SQLException {
        return new PersonKey(
                row.getLong("id"),
                new PersonRef(row.getObject("person", java.util.UUID.class)),
                new SecretKeySpec(keyring.open(CONTEXT, row.getBytes("sealed")), "AES"));
    }
}
