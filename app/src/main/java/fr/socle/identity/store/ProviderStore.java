package fr.socle.identity.store;

import fr.socle.identity.broker.Endpoints;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.ProviderAuth;
import fr.socle.identity.broker.UserinfoForm;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.kernel.Siret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The identity providers behind the federations. */
@Component
public class ProviderStore {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    /** A proof of a domain that was not seen again for a week is none. */
    private static final String SELECT =
            """
            SELECT uid, federation, issuer, client_id, label, hint, domains, binding_issuer, demonstration,
                   active, levels, display, auth, userinfo, endpoints, signature, default_siret, fallback,
                   second_factor,
                   ARRAY(SELECT domain FROM identity.domain_proof
                          WHERE provider = uid AND proved_at > now() - interval '7 days') AS proved
              FROM identity.provider
            """;

    private final JdbcClient db;
    private final Federations federations;

    ProviderStore(JdbcClient db, Federations federations) {
        this.db = db;
        this.federations = federations;
    }

    /**
     * All providers, in use or not, in the order of the page.
     *
     * @param demonstration whether those of the demonstration count
     */
    public List<Provider> of(Federation federation, boolean demonstration) {
        return db.sql(
                        SELECT
                                + """
                                 WHERE federation = :federation AND (:all OR NOT demonstration)
                                 ORDER BY position, label
                                """)
                .param("federation", federation.code())
                .param("all", demonstration)
                .query((row, _) -> provider(row))
                .list();
    }

    public Optional<Provider> find(String uid, boolean demonstration) {
        return db.sql(SELECT + " WHERE uid = :uid AND (:all OR NOT demonstration)")
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
                                binding_issuer, demonstration, active, position, levels, display, auth,
                                userinfo, endpoints, signature, default_siret, fallback, second_factor)
                        VALUES (:uid, :federation, :issuer, :client, :sealed, :label, :hint, :domains,
                                :binding, :demonstration, :active, :position, :levels, :display, :auth,
                                :userinfo, :endpoints, :signature, :siret, :fallback, :secondFactor)
                        ON CONFLICT (uid) DO NOTHING
                        """)
                .params(columns(provider))
                .param("sealed", sealedSecret)
                .param("demonstration", provider.demonstration())
                .param("position", position)
                .update();
    }

    /**
     * Changes everything but the federation, the secret and the place of a provider; it holds on
     * every node within a second. False when there is none.
     */
    public boolean update(Provider provider) {
        return db.sql(
                                """
                                UPDATE identity.provider
                                   SET issuer = :issuer, client_id = :client, label = :label, hint = :hint,
                                       domains = :domains, binding_issuer = :binding, active = :active,
                                       levels = :levels, display = :display, auth = :auth,
                                       userinfo = :userinfo, endpoints = :endpoints, signature = :signature,
                                       default_siret = :siret, fallback = :fallback,
                                       second_factor = :secondFactor
                                 WHERE uid = :uid AND federation = :federation
                                """)
                        .params(columns(provider))
                        .update()
                == 1;
    }

    /** Notes that the domain's own records name the provider; or that they do not. */
    public void prove(String uid, String domain, boolean proved) {
        var sql =
                proved
                        ? """
                          INSERT INTO identity.domain_proof (provider, domain, proved_at)
                          VALUES (:uid, :domain, now())
                          ON CONFLICT (provider, domain) DO UPDATE SET proved_at = now()
                          """
                        : "DELETE FROM identity.domain_proof WHERE provider = :uid AND domain = :domain";
        db.sql(sql).param("uid", uid).param("domain", domain).update();
    }

    private static Map<String, ?> columns(Provider provider) {
        var protocol = provider.protocol();
        var agents = provider.agents();
        var siret = agents.defaultSiret();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("uid", provider.uid());
        columns.put("federation", provider.federation().code());
        columns.put("issuer", provider.issuer());
        columns.put("client", provider.clientId());
        columns.put("label", provider.label());
        columns.put("hint", provider.hint());
        columns.put("domains", agents.claimed().toArray(String[]::new));
        columns.put("binding", agents.bindingIssuer());
        columns.put("active", provider.active());
        columns.put("levels", provider.allowed().stream().map(Acr::code).toArray(String[]::new));
        columns.put("display", provider.display());
        columns.put("auth", protocol.auth().code());
        columns.put("userinfo", protocol.userinfo().code());
        columns.put("endpoints", written(protocol.endpoints()));
        columns.put("signature", protocol.signature());
        columns.put("siret", siret == null ? null : siret.value());
        columns.put("fallback", agents.fallback());
        columns.put("secondFactor", agents.secondFactor());
        return columns;
    }

    private static @Nullable String written(@Nullable Endpoints endpoints) {
        return endpoints == null
                ? null
                : JsonMapper.shared().writeValueAsString(endpoints.members());
    }

    private Provider provider(ResultSet row) throws SQLException {
        return new Provider(
                row.getString("uid"),
                federations.of(row.getString("federation")),
                row.getString("issuer"),
                row.getString("client_id"),
                new Provider.Face(
                        row.getString("label"), row.getString("hint"), row.getBoolean("display")),
                new Provider.Rules(
                        ClientStore.texts(row, "levels").stream()
                                .map(it -> Acr.of(it).orElseThrow())
                                .toList(),
                        row.getBoolean("active")),
                protocol(row),
                agents(row));
    }

    private static Provider.Protocol protocol(ResultSet row) throws SQLException {
        var endpoints = row.getString("endpoints");
        return new Provider.Protocol(
                ProviderAuth.of(row.getString("auth")),
                UserinfoForm.of(row.getString("userinfo")),
                endpoints == null
                        ? null
                        : Endpoints.stored(JsonMapper.shared().readValue(endpoints, MEMBERS)),
                row.getString("signature"));
    }

    private static Provider.Agents agents(ResultSet row) throws SQLException {
        var claimed = ClientStore.texts(row, "domains");
        var siret = row.getString("default_siret");
        var proved = ClientStore.texts(row, "proved");
        return new Provider.Agents(
                claimed,
                // because nobody owns the domains of a demonstration
                row.getBoolean("demonstration")
                        ? claimed
                        : claimed.stream().filter(proved::contains).toList(),
                row.getString("binding_issuer"),
                siret == null ? null : new Siret(siret),
                row.getBoolean("fallback"),
                row.getBoolean("second_factor"));
    }
}
