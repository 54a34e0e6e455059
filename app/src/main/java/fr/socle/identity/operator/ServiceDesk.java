package fr.socle.identity.operator;

import fr.socle.directory.Actor;
import fr.socle.directory.Listing;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.operator.OperatorAct.Deed;
import fr.socle.identity.operator.ServiceLine.Allowed;
import fr.socle.identity.operator.ServiceLine.Named;
import fr.socle.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The services, in the hands of operators. The pages of this house are out of their reach. */
@Component
public class ServiceDesk {

    private static final String SELECT =
            """
            SELECT client_id, federation, name, organisation, sector, redirect_uris, logout_uris, scopes,
                   needs_pkce, active, sealed_secret IS NOT NULL AS ours, changed_at,
                   xmin::text::bigint AS version
              FROM identity.client
            """;
    private static final String WANTED =
            """
             WHERE (strpos(lower(client_id || ' ' || name || ' ' || organisation), lower(:words)) > 0)
            """;

    private final JdbcClient db;
    private final Federations federations;
    private final Secrets secrets;
    private final Trail trail;

    ServiceDesk(JdbcClient db, Federations federations, Secrets secrets, Trail trail) {
        this.db = db;
        this.federations = federations;
        this.secrets = secrets;
        this.trail = trail;
    }

    /**
     * A service that was written.
     *
     * @param secret told once; null when the service existed and keeps its own
     */
    public record Written(String clientId, @Nullable String secret) {

        /** Says nothing of the secret, so that no log line can carry it. */
        @Override
        public String toString() {
            return "Written[" + clientId + "]";
        }
    }

    /**
     * Those whose identifier, name or organisation holds these words, by name.
     *
     * @param words empty for all
     */
    public Listing<ServiceLine> search(String words, int size, long offset) {
        var lines =
                db.sql(SELECT + WANTED + " ORDER BY name, client_id LIMIT :size OFFSET :offset")
                        .param("words", words)
                        .param("size", size)
                        .param("offset", offset)
                        .query((row, _) -> line(row))
                        .list();
        var total =
                db.sql("SELECT count(*) FROM identity.client" + WANTED)
                        .param("words", words)
                        .query(Long.class)
                        .single();
        return new Listing<>(lines, total);
    }

    public Optional<ServiceLine> find(String clientId) {
        return db.sql(SELECT + " WHERE client_id = :id")
                .param("id", clientId)
                .query((row, _) -> line(row))
                .optional();
    }

    /** Writes each, or none. One that exists keeps its secret and its sector. */
    @Transactional
    public List<Written> write(Actor actor, List<ServiceDraft> drafts) {
        var written = new ArrayList<Written>();
        for (var draft : drafts) {
            var secret = secrets.fresh();
            var fresh = write(draft, secret);
            var deed = fresh ? Deed.SERVICE_AJOUTE : Deed.SERVICE_RETOUCHE;
            trail.did(actor, deed, draft.clientId(), draft.named().name());
            written.add(new Written(draft.clientId(), fresh ? secret : null));
        }
        if (drafts.size() > 1) {
            trail.did(actor, Deed.SERVICES_IMPORTES, "", String.valueOf(drafts.size()));
        }
        return written;
    }

    private boolean write(ServiceDraft draft, String secret) {
        return db.sql(
                        """
                        INSERT INTO identity.client
                               (client_id, federation, name, organisation, sector, secret_hash,
                                redirect_uris, logout_uris, scopes, needs_pkce, active, changed_at)
                        VALUES (:id, :federation, :name, :organisation, :sector, :hash,
                                :redirects, :logouts, :scopes, :pkce, :active, :now)
                        ON CONFLICT (client_id) DO UPDATE
                           SET name = EXCLUDED.name, organisation = EXCLUDED.organisation,
                               redirect_uris = EXCLUDED.redirect_uris, logout_uris = EXCLUDED.logout_uris,
                               scopes = EXCLUDED.scopes, needs_pkce = EXCLUDED.needs_pkce,
                               active = EXCLUDED.active, changed_at = EXCLUDED.changed_at
                        RETURNING xmax = 0
                        """)
                .param("id", draft.clientId())
                .param("federation", draft.federation().code())
                .param("name", draft.named().name())
                .param("organisation", draft.named().organisation())
                .param("sector", draft.sector())
                .param("hash", Secrets.hash(secret))
                .param("redirects", draft.allowed().redirectUris().toArray(String[]::new))
                .param("logouts", draft.allowed().logoutUris().toArray(String[]::new))
                .param("scopes", draft.allowed().scopes().toArray(String[]::new))
                .param("pkce", draft.allowed().needsPkce())
                .param("active", draft.active())
                .param("now", Timestamp.from(trail.now()))
                .query(Boolean.class)
                .single();
    }

    /** Why this draft cannot be written over what is there; empty when it can. */
    public Optional<Refusal> conflict(ServiceDraft draft) {
        return find(draft.clientId())
                .flatMap(
                        it -> {
                            if (!it.federation().equals(draft.federation())) {
                                return Optional.of(
                                        Refusal.of(
                                                "identity.operator.other-federation",
                                                it.federation().code()));
                            }
                            return it.sector().equals(draft.sector())
                                    ? Optional.empty()
                                    : Optional.of(
                                            Refusal.of(
                                                    "identity.operator.other-sector", it.sector()));
                        });
    }

    @Transactional
    public Saved change(Actor actor, ServiceDraft draft, long version) {
        var present =
                db.sql(SELECT + " WHERE client_id = :id FOR UPDATE")
                        .param("id", draft.clientId())
                        .query((row, _) -> line(row))
                        .optional();
        if (present.isEmpty() || present.get().ours()) {
            return new Saved.Unknown();
        }
        if (present.get().version() != version) {
            return new Saved.Stale();
        }
        write(draft, secrets.fresh());
        trail.did(actor, Deed.SERVICE_RETOUCHE, draft.clientId(), draft.named().name());
        return new Saved.Done(draft.clientId());
    }

    /** Cuts the service off, or restores it, on every node. Saying it twice changes nothing. */
    @Transactional
    public Saved activate(Actor actor, String clientId, boolean active) {
        var changed =
                db.sql(
                                """
                                UPDATE identity.client SET active = :active, changed_at = :now
                                 WHERE client_id = :id AND active <> :active AND sealed_secret IS NULL
                                """)
                        .param("id", clientId)
                        .param("active", active)
                        .param("now", Timestamp.from(trail.now()))
                        .update();
        if (changed == 1) {
            var deed = active ? Deed.SERVICE_RETABLI : Deed.SERVICE_COUPE;
            trail.did(actor, deed, clientId, "");
            return new Saved.Done(clientId);
        }
        return find(clientId)
                .filter(it -> !it.ours())
                .<Saved>map(_ -> new Saved.Done(clientId))
                .orElseGet(Saved.Unknown::new);
    }

    private ServiceLine line(ResultSet row) throws SQLException {
        return new ServiceLine(
                row.getString("client_id"),
                federations.of(row.getString("federation")),
                new Named(row.getString("name"), row.getString("organisation")),
                row.getString("sector"),
                new Allowed(
                        texts(row, "redirect_uris"),
                        texts(row, "logout_uris"),
                        texts(row, "scopes"),
                        row.getBoolean("needs_pkce")),
                row.getBoolean("active"),
                row.getBoolean("ours"),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
