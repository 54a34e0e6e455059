package fr.socle.identity.usager.store;

import fr.socle.identity.usager.Choices;
import fr.socle.identity.usager.Warned;
import fr.socle.kernel.PersonRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What persons decided about their sign-ins. */
@Component
public class PreferenceStore {

    /**
     * {@code service} or {@code provider} when {@code known.person} blocked it, else empty; of a
     * {@code :client} and a {@code :provider}.
     */
    public static final String BLOCKED =
            """
            CASE WHEN EXISTS (SELECT FROM identity.blocked_client b
                               WHERE b.person = known.person AND b.client_id = :client) THEN 'service'
                 WHEN NOT coalesce(
                        (SELECT c.allowed FROM identity.provider_choice c
                          WHERE c.person = known.person AND c.provider = :provider),
                        (SELECT p.future_providers FROM identity.preference p
                          WHERE p.person = known.person),
                        true) THEN 'provider'
                 ELSE '' END
            """;

    private record Row(boolean future, Warned warned, long version) {}

    private final JdbcClient db;

    PreferenceStore(JdbcClient db) {
        this.db = db;
    }

    public Choices of(PersonRef person) {
        var row =
                db.sql(
                                """
                                SELECT future_providers, warned, version FROM identity.preference
                                 WHERE person = :person
                                """)
                        .param("person", person.value())
                        .query(
                                (it, _) ->
                                        new Row(
                                                it.getBoolean("future_providers"),
                                                Warned.of(it.getString("warned")).orElseThrow(),
                                                it.getLong("version")))
                        .optional()
                        .orElse(new Row(true, Warned.APPAREIL_INCONNU, 0));
        return new Choices(
                providers(person), row.future(), blocked(person), row.warned(), row.version());
    }

    private Map<String, Boolean> providers(PersonRef person) {
        var chosen = new HashMap<String, Boolean>();
        db.sql("SELECT provider, allowed FROM identity.provider_choice WHERE person = :person")
                .param("person", person.value())
                .query(
                        row -> {
                            chosen.put(row.getString("provider"), row.getBoolean("allowed"));
                        });
        return chosen;
    }

    private Set<String> blocked(PersonRef person) {
        return new HashSet<>(
                db.sql("SELECT client_id FROM identity.blocked_client WHERE person = :person")
                        .param("person", person.value())
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /** False when the row is no longer of this version. */
    public boolean write(
            PersonRef person, boolean future, Warned warned, long version, Instant now) {
        return db.sql(
                                """
                                INSERT INTO identity.preference AS it
                                       (person, future_providers, warned, version, changed_at)
                                VALUES (:person, :future, :warned, 1, :now)
                                ON CONFLICT (person) DO UPDATE
                                   SET future_providers = EXCLUDED.future_providers, warned = EXCLUDED.warned,
                                       version = it.version + 1, changed_at = EXCLUDED.changed_at
                                 WHERE it.version = :version
                                """)
                        .param("person", person.value())
                        .param("future", future)
                        .param("warned", warned.code())
                        .param("version", version)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    public void choose(PersonRef person, String provider, boolean allowed) {
        db.sql(
                        """
                        INSERT INTO identity.provider_choice (person, provider, allowed)
                        VALUES (:person, :provider, :allowed)
                        ON CONFLICT (person, provider) DO UPDATE SET allowed = EXCLUDED.allowed
                        """)
                .param("person", person.value())
                .param("provider", provider)
                .param("allowed", allowed)
                .update();
    }

    /** False when it was blocked already. */
    public boolean block(PersonRef person, String clientId, Instant now) {
        return db.sql(
                                """
                                INSERT INTO identity.blocked_client (person, client_id, blocked_at)
                                VALUES (:person, :client, :now) ON CONFLICT DO NOTHING
                                """)
                        .param("person", person.value())
                        .param("client", clientId)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** False when it was not blocked. */
    public boolean unblock(PersonRef person, String clientId) {
        return db.sql(
                                """
                                DELETE FROM identity.blocked_client
                                 WHERE person = :person AND client_id = :client
                                """)
                        .param("person", person.value())
                        .param("client", clientId)
                        .update()
                == 1;
    }
}
