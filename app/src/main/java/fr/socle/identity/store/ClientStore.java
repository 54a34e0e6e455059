package fr.socle.identity.store;

import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.federation.Prompt;
import fr.socle.identity.federation.SubjectKind;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.JwtEncryption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The services that rely on a federation. */
@Component
public class ClientStore {

    private final JdbcClient db;
    private final Federations federations;

    ClientStore(JdbcClient db, Federations federations) {
        this.db = db;
        this.federations = federations;
    }

    public Optional<Client> find(String clientId) {
        return registered(clientId).map(Registered::client);
    }

    /** Those that exist, by identifier. */
    public Map<String, Client> all(Collection<String> clientIds) {
        return db
                .sql("SELECT * FROM identity.client WHERE client_id = ANY (:ids)")
                .param("ids", clientIds.toArray(String[]::new))
                .query((row, _) -> client(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Client::clientId, it -> it));
    }

    /**
     * A service with what proves it.
     *
     * @param sealedSecret null when the secret need not be known again
     */
    public record Registered(Client client, byte[] secretHash, byte @Nullable [] sealedSecret) {}

    public Optional<Registered> registered(String clientId) {
        return db.sql("SELECT * FROM identity.client WHERE client_id = :id")
                .param("id", clientId)
                .query(
                        (row, _) ->
                                new Registered(
                                        client(row),
                                        row.getBytes("secret_hash"),
                                        row.getBytes("sealed_secret")))
                .optional();
    }

    /**
     * Writes the client. One that exists keeps its secret.
     *
     * @return whether it is new: then this secret is the one that holds
     */
    public boolean write(
            Client client, byte[] secretHash, byte @Nullable [] sealedSecret, Instant now) {
        return db.sql(
                        """
                        INSERT INTO identity.client
                               (client_id, federation, name, organisation, sector, secret_hash, sealed_secret,
                                redirect_uris, logout_uris, scopes, needs_pkce, active, changed_at,
                                profile, auth, jwks_uri, jwks, id_token_alg, id_token_encryption,
                                userinfo_alg, userinfo_encryption, introspects, private_sector,
                                identity_consent, back_channel_logout_uri, idp_filter, idp_filter_excludes,
                                sandbox, allowed_prompts, hints, rep_scopes, own_scopes, subjects)
                        VALUES (:id, :federation, :name, :organisation, :sector, :hash, :sealed,
                                :redirects, :logouts, :scopes, :pkce, :active, :now,
                                :profile, :auth, :jwksUri, :jwks, :idTokenAlg, :idTokenEncryption,
                                :userinfoAlg, :userinfoEncryption, :introspects, :privateSector,
                                :identityConsent, :backChannel, :idpFilter, :idpFilterExcludes,
                                :sandbox, :allowedPrompts, :hints, :repScopes, :ownScopes, :subjects)
                        ON CONFLICT (client_id) DO UPDATE
                           SET federation = EXCLUDED.federation, name = EXCLUDED.name,
                               organisation = EXCLUDED.organisation, sector = EXCLUDED.sector,
                               redirect_uris = EXCLUDED.redirect_uris, logout_uris = EXCLUDED.logout_uris,
                               scopes = EXCLUDED.scopes, needs_pkce = EXCLUDED.needs_pkce,
                               active = EXCLUDED.active, changed_at = EXCLUDED.changed_at,
                               profile = EXCLUDED.profile, auth = EXCLUDED.auth,
                               jwks_uri = EXCLUDED.jwks_uri, jwks = EXCLUDED.jwks,
                               id_token_alg = EXCLUDED.id_token_alg,
                               id_token_encryption = EXCLUDED.id_token_encryption,
                               userinfo_alg = EXCLUDED.userinfo_alg,
                               userinfo_encryption = EXCLUDED.userinfo_encryption,
                               introspects = EXCLUDED.introspects, private_sector = EXCLUDED.private_sector,
                               identity_consent = EXCLUDED.identity_consent,
                               back_channel_logout_uri = EXCLUDED.back_channel_logout_uri,
                               idp_filter = EXCLUDED.idp_filter,
                               idp_filter_excludes = EXCLUDED.idp_filter_excludes, sandbox = EXCLUDED.sandbox,
                               allowed_prompts = EXCLUDED.allowed_prompts, hints = EXCLUDED.hints,
                               rep_scopes = EXCLUDED.rep_scopes, own_scopes = EXCLUDED.own_scopes,
                               subjects = EXCLUDED.subjects
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
                .params(keys(client.keys()))
                .params(rules(client.rules()))
                .query(Boolean.class)
                .single();
    }

    /** Replaces the secret; the old one is refused as soon as no node remembers it. */
    public void replaceSecret(String clientId, byte[] secretHash, byte @Nullable [] sealedSecret) {
        db.sql(
                        """
                        UPDATE identity.client SET secret_hash = :hash, sealed_secret = :sealed
                         WHERE client_id = :id
                        """)
                .param("hash", secretHash)
                .param("sealed", sealedSecret, java.sql.Types.BINARY)
                .param("id", clientId)
                .update();
    }

    private Client client(ResultSet row) throws SQLException {
        return new Client(
                row.getString("client_id"),
                federations.of(row.getString("federation")),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("sector"),
                texts(row, "redirect_uris"),
                texts(row, "logout_uris"),
                Set.copyOf(texts(row, "scopes")),
                row.getBoolean("needs_pkce"),
                row.getBoolean("active"),
                keys(row),
                rules(row));
    }

    private static Client.Keys keys(ResultSet row) throws SQLException {
        var userinfoAlg = row.getString("userinfo_alg");
        return new Client.Keys(
                ClientAuth.valueOf(row.getString("auth").toUpperCase(Locale.ROOT)),
                row.getString("jwks_uri"),
                row.getString("jwks"),
                JwtAlg.valueOf(row.getString("id_token_alg")),
                encryption(row.getString("id_token_encryption")),
                userinfoAlg == null ? null : JwtAlg.valueOf(userinfoAlg),
                encryption(row.getString("userinfo_encryption")));
    }

    private static @Nullable JwtEncryption encryption(@Nullable String code) {
        return code == null ? null : JwtEncryption.of(code).orElseThrow();
    }

    private static Client.Rules rules(ResultSet row) throws SQLException {
        return new Client.Rules(
                Profile.valueOf(row.getString("profile").toUpperCase(Locale.ROOT)),
                SubjectKind.valueOf(row.getString("subjects").toUpperCase(Locale.ROOT)),
                row.getBoolean("private_sector"),
                row.getBoolean("identity_consent"),
                row.getBoolean("introspects"),
                row.getString("back_channel_logout_uri"),
                Set.copyOf(texts(row, "idp_filter")),
                row.getBoolean("idp_filter_excludes"),
                row.getBoolean("sandbox"),
                texts(row, "allowed_prompts").stream()
                        .map(it -> Prompt.valueOf(it.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                Set.copyOf(texts(row, "hints")),
                Set.copyOf(texts(row, "rep_scopes")),
                Set.copyOf(texts(row, "own_scopes")));
    }

    private static Map<String, ?> keys(Client.Keys keys) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("auth", keys.auth().code());
        columns.put("jwksUri", keys.jwksUri());
        columns.put("jwks", keys.jwks());
        columns.put("idTokenAlg", keys.idTokenAlg().name());
        columns.put("idTokenEncryption", code(keys.idTokenEncryption()));
        columns.put("userinfoAlg", keys.userinfoAlg() == null ? null : keys.userinfoAlg().name());
        columns.put("userinfoEncryption", code(keys.userinfoEncryption()));
        return columns;
    }

    private static @Nullable String code(@Nullable JwtEncryption encryption) {
        return encryption == null ? null : encryption.code();
    }

    private static Map<String, ?> rules(Client.Rules rules) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("profile", rules.profile().code());
        columns.put("subjects", rules.subjects().code());
        columns.put("privateSector", rules.privateSector());
        columns.put("identityConsent", rules.identityConsent());
        columns.put("introspects", rules.introspects());
        columns.put("backChannel", rules.backChannelLogoutUri());
        columns.put("idpFilter", rules.idpFilter().toArray(String[]::new));
        columns.put("idpFilterExcludes", rules.idpFilterExcludes());
        columns.put("sandbox", rules.sandbox());
        columns.put(
                "allowedPrompts",
                rules.allowedPrompts().stream().map(Prompt::code).toArray(String[]::new));
        columns.put("hints", rules.hints().toArray(String[]::new));
        columns.put("repScopes", rules.repScopes().toArray(String[]::new));
        columns.put("ownScopes", rules.ownScopes().toArray(String[]::new));
        return columns;
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
