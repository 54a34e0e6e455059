package fr.socle.exchange.store;

import fr.socle.directory.OrganisationId;
import fr.socle.exchange.access.Consumer;
import fr.socle.habilitations.HabilitationId;
import fr.socle.kernel.IpNetwork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Programs, the secret that signs their tokens, and the assertions that they used. */
@Component
public class ConsumerStore {

    private static final String COLUMNS =
            """
            SELECT id, habilitation, organisation, label, networks, keys::text AS keys, issued_at, expires_at, revoked_at
              FROM exchange.consumer
            """;

    private final JdbcClient db;

    ConsumerStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(Consumer it) {
        db.sql(
                        """
                        INSERT INTO exchange.consumer
                               (id, habilitation, organisation, label, networks, keys, issued_at, expires_at)
                        VALUES (:id, :habilitation, :organisation, :label, :networks::text[], :keys::jsonb, :issued, :expires)
                        """)
                .param("id", it.id())
                .param("habilitation", uuid(it.habilitation()), Types.OTHER)
                .param("organisation", it.organisation().value())
                .param("label", it.label())
                .param("networks", texts(it.networks()))
                .param("keys", it.keys(), Types.VARCHAR)
                .param("issued", Timestamp.from(it.issuedAt()))
                .param("expires", Timestamp.from(it.expiresAt()))
                .update();
    }

    public Optional<Consumer> find(UUID id) {
        return db.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query((row, _) -> consumer(row))
                .optional();
    }

    /** The latest first. */
    public List<Consumer> latest(int most) {
        return db.sql(COLUMNS + "ORDER BY issued_at DESC LIMIT :most")
                .param("most", most)
                .query((row, _) -> consumer(row))
                .list();
    }

    /** False when it was revoked before, or never was. */
    public boolean networks(UUID id, List<IpNetwork> networks) {
        return db.sql(
                                "UPDATE exchange.consumer SET networks = :networks::text[] WHERE id = :id AND revoked_at IS NULL")
                        .param("networks", texts(networks))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static String[] texts(List<IpNetwork> networks) {
        return networks.stream().map(IpNetwork::toString).toArray(String[]::new);
    }

    /** False when it was revoked before, or never was. */
    public boolean revoke(UUID id, Instant now) {
        return db.sql(
                                "UPDATE exchange.consumer SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The sealed secret; the one given, if there was none yet. */
    public byte[] secret(byte[] fresh) {
        db.sql(
                        "INSERT INTO exchange.token_key (id, sealed) VALUES (1, :sealed) ON CONFLICT DO NOTHING")
                .param("sealed", fresh)
                .update();
        return db.sql("SELECT sealed FROM exchange.token_key").query(byte[].class).single();
    }

    /** False when this assertion came before. Forgets those that expired. */
    public boolean useOnce(byte[] hash, Instant until, Instant now) {
        db.sql("DELETE FROM exchange.assertion WHERE until < :now")
                .param("now", Timestamp.from(now))
                .update();
        return db.sql(
                                "INSERT INTO exchange.assertion (hash, until) VALUES (:hash, :until) ON CONFLICT DO NOTHING")
                        .param("hash", hash)
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    private static @Nullable UUID uuid(@Nullable HabilitationId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable HabilitationId habilitation(@Nullable UUID id) {
        return id == null ? null : new HabilitationId(id);
    }

    static Consumer consumer(ResultSet row) throws SQLException {
        var revoked = row.getTimestamp("revoked_at");
        return new Consumer(
                row.getObject("id", UUID.class),
                habilitation(row.getObject("habilitation", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("label"),
                Arrays.stream((String[]) row.getArray("networks").getArray())
                        .map(IpNetwork::of)
                        .toList(),
                row.getString("keys"),
                row.getTimestamp("issued_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
