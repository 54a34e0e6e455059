package fr.socle.identity.store;

import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Federation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The identity providers behind the federations. */
@Component
public class ProviderStore {

    private static final String COLUMNS =
            "uid, federation, issuer, client_id, label, hint, domains, binding_issuer, demonstration";

    private final JdbcClient db;

    ProviderStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * The providers in use, in the order of the page.
     *
     * @param demonstration whether those of the demonstration count
     */
    public List<Provider> of(Federation federation, boolean demonstration) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                   FROM identity.provider
                                 WHERE federation = :federation AND active AND (:all OR NOT demonstration)
                                   AND display
                                 ORDER BY position, label
                                """)
                .param("federation", federation.code())
                .param("all", demonstration)
                .query((row, _) -> provider(row))
                .list();
    }

    public Optional<Provider> find(String uid, boolean demonstration) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                   FROM identity.provider
                                 WHERE uid = :uid AND active AND (:all OR NOT demonstration)
                                """)
                .param("uid", uid)
                .param("all", demonstration)
                .query((row, _) -> provider(row))
                .optional();
    }

    public byte[] sealedSecret(String uid) {
        return db.sql("SELECT sealed_secret FROM identity.provider WHERE uid = :uid")
                .param("uid", uid)
                .query(byte[].class)
                .single();
    }

    /** Writes a provider that does not exist yet; one that does keeps everything. */
    public void insert(Provider provider, byte[] sealedSecret, int position) {
        db.sql(
                        """
                        INSERT INTO identity.provider
                               (uid, federation, issuer, client_id, sealed_secret, label, hint, domains,
                                binding_issuer, demonstration, active, position)
                        VALUES (:uid, :federation, :issuer, :client, :sealed, :label, :hint, :domains,
                                :binding, :demonstration, true, :position)
                        ON CONFLICT (uid) DO NOTHING
                        """)
                .param("uid", provider.uid())
                .param("federation", provider.federation().code())
                .param("issuer", provider.issuer(), java.sql.Types.VARCHAR)
                .param("client", provider.clientId())
                .param("sealed", sealedSecret)
                .param("label", provider.label())
                .param("hint", provider.hint())
                .param("domains", provider.domains().toArray(String[]::new))
                .param("binding", provider.bindingIssuer(), java.sql.Types.VARCHAR)
                .param("demonstration", provider.demonstration())
                .param("position", position)
                .update();
    }

    private static Provider provider(ResultSet row) throws SQLException {
        return new Provider(
                row.getString("uid"),
                Federation.of(row.getString("federation")).orElseThrow(),
                row.getString("issuer"),
                row.getString("client_id"),
                row.getString("label"),
                row.getString("hint"),
                ClientStore.texts(row, "domains"),
                row.getString("binding_issuer"),
                row.getBoolean("demonstration"));
    }
}
