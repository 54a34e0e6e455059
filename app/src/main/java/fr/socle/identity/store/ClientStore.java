package fr.socle.identity.store;

import fr.socle.identity.broker.Lately;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The services that rely on a federation, each as it was at most a second ago. */
@Component
public class ClientStore {

    private final JdbcClient db;
    private final Lately<Client> found;
    private final Lately<byte[]> hashes;

    ClientStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.found = new Lately<>(this::read, clock);
        this.hashes = new Lately<>(this::readHash, clock);
    }

    public Optional<Client> find(String clientId) {
        return found.of(clientId);
    }

    private Optional<Client> read(String clientId) {
        return db.sql("SELECT * FROM identity.client WHERE client_id = :id")
                .param("id", clientId)
                .query((row, _) -> client(row))
                .optional();
    }

    /** The hash of the client's secret. */
    public Optional<byte[]> secretHash(String clientId) {
        return hashes.of(clientId);
    }

    private Optional<byte[]> readHash(String clientId) {
        return db.sql("SELECT secret_hash FROM identity.client WHERE client_id = :id AND active")
                .param("id", clientId)
                .query(byte[].class)
                .optional();
    }

    /** The sealed secret of a client of ours. */
    public Optional<byte[]> sealedSecret(String clientId) {
        return db.sql(
                        """
                        SELECT sealed_secret FROM identity.client
                         WHERE client_id = :id AND sealed_secret IS NOT NULL
                        """)
                .param("id", clientId)
                .query(byte[].class)
                .optional();
    }

    /**
     * Writes the client. One that exists keeps its secret.
     *
     * @return whether it is new: then this secret is the one that holds
     */
    public boolean write(
            Client client, byte[] secretHash, byte @Nullable [] sealedSecret, Instant now) {
        var isNew =
                db.sql(
                                """
                        INSERT INTO identity.client
                               (client_id, federation, name, organisation, sector, secret_hash, sealed_secret,
                                redirect_uris, logout_uris, scopes, needs_pkce, active, changed_at)
                        VALUES (:id, :federation, :name, :organisation, :sector, :hash, :sealed,
                                :redirects, :logouts, :scopes, :pkce, :active, :now)
                        ON CONFLICT (client_id) DO UPDATE
                           SET federation = EXCLUDED.federation, name = EXCLUDED.name,
                               organisation = EXCLUDED.organisation, sector = EXCLUDED.sector,
                               redirect_uris = EXCLUDED.redirect_uris, logout_uris = EXCLUDED.logout_uris,
                               scopes = EXCLUDED.scopes, needs_pkce = EXCLUDED.needs_pkce,
                               active = EXCLUDED.active, changed_at = EXCLUDED.changed_at
                        RETURNING xmax = 0
                        """)
                        .param("id", client.clientId())
                        .param("federation", client.federation().code())
                        .param("name", client.name())
                        .param("organisation", client.organisation())
                        .param("sector", client.sector())
                        .param("hash", secretHash)
                        .param("sealed", sealedSecret, java.sql.Types.BINARY)
                        .param("redirects", client.redirectUris().toArray(String[]::new))
                        .param("logouts", client.logoutUris().toArray(String[]::new))
                        .param("scopes", client.scopes().toArray(String[]::new))
                        .param("pkce", client.needsPkce())
                        .param("active", client.active())
                        .param("now", Timestamp.from(now))
                        .query(Boolean.class)
                        .single();
        found.forget(client.clientId());
        hashes.forget(client.clientId());
        return isNew;
    }

    /** Replaces the secret; the old one is refused at once, a second later on other nodes. */
    public void replaceSecret(String clientId, byte[] secretHash) {
        db.sql("UPDATE identity.client SET secret_hash = :hash WHERE client_id = :id")
                .param("hash", secretHash)
                .param("id", clientId)
                .update();
        hashes.forget(clientId);
    }

    private static Client client(ResultSet row) throws SQLException {
        return new Client(
                row.getString("client_id"),
                Federation.of(row.getString("federation")).orElseThrow(),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("sector"),
                texts(row, "redirect_uris"),
                texts(row, "logout_uris"),
                Set.copyOf(texts(row, "scopes")),
                row.getBoolean("needs_pkce"),
                row.getBoolean("active"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
