package fr.socle.identity.operator;

import fr.socle.directory.Actor;
import fr.socle.identity.broker.ProviderSecrets;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.operator.OperatorAct.Deed;
import fr.socle.identity.operator.ProviderLine.Shown;
import fr.socle.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The providers, in the hands of operators. What is written here is read by every node within a
 * second: sign-ins remember a provider no longer.
 */
@Component
public class ProviderDesk {

    private static final String SELECT =
            """
            SELECT uid, federation, issuer, client_id, label, hint, position, levels, domains, active,
                   display, xmin::text::bigint AS version
              FROM identity.provider
            """;

    private final JdbcClient db;
    private final Federations federations;
    private final ProviderSecrets secrets;
    private final Trail trail;

    ProviderDesk(JdbcClient db, Federations federations, ProviderSecrets secrets, Trail trail) {
        this.db = db;
        this.federations = federations;
        this.secrets = secrets;
        this.trail = trail;
    }

    /** All of them, those that are off too. */
    public List<ProviderLine> all() {
        return db.sql(SELECT + " ORDER BY federation, position, label")
                .query((row, _) -> line(row))
                .list();
    }

    public Optional<ProviderLine> find(String uid) {
        return db.sql(SELECT + " WHERE uid = :uid")
                .param("uid", uid)
                .query((row, _) -> line(row))
                .optional();
    }

    /** Adds it, switched off: an operator looks at what discovery found before people see it. */
    @Transactional
    public Saved add(Actor actor, ProviderDraft draft) {
        var made =
                db.sql(
                                """
                                INSERT INTO identity.provider
                                       (uid, federation, issuer, client_id, sealed_secret, label, hint, domains,
                                        levels, demonstration, active, position, display)
                                VALUES (:uid, :federation, :issuer, :client, :sealed, :label, :hint, :domains,
                                        :levels, false, false, :position, true)
                                ON CONFLICT (uid) DO NOTHING
                                """)
                        .param("uid", draft.uid())
                        .param("federation", draft.federation().code())
                        .param("issuer", draft.issuer())
                        .param("client", draft.clientId())
                        .param("sealed", secrets.sealed(draft.uid(), draft.secret()))
                        .param("label", draft.shown().label())
                        .param("hint", draft.shown().hint())
                        .param("domains", draft.domains().toArray(String[]::new))
                        .param("levels", codes(draft))
                        .param("position", draft.shown().position())
                        .update();
        if (made == 0) {
            return new Saved.Refused("uid", Refusal.of("identity.operator.uid-taken", draft.uid()));
        }
        trail.did(actor, Deed.FOURNISSEUR_AJOUTE, draft.uid(), draft.issuer());
        return new Saved.Done(draft.uid());
    }

    /** Changes an outside provider. Its issuer too: accounts remember the uid and the subject. */
    @Transactional
    public Saved change(Actor actor, ProviderDraft draft, long version) {
        var changed =
                db.sql(
                                """
                                UPDATE identity.provider
                                   SET issuer = :issuer, client_id = :client, label = :label, hint = :hint,
                                       levels = :levels, domains = :domains, position = :position,
                                       sealed_secret = coalesce(:sealed, sealed_secret)
                                 WHERE uid = :uid AND NOT demonstration AND xmin::text::bigint = :version
                                """)
                        .param("uid", draft.uid())
                        .param("version", version)
                        .param("issuer", draft.issuer())
                        .param("client", draft.clientId())
                        .param("label", draft.shown().label())
                        .param("hint", draft.shown().hint())
                        .param("levels", codes(draft))
                        .param("domains", draft.domains().toArray(String[]::new))
                        .param("position", draft.shown().position())
                        .param(
                                "sealed",
                                draft.secret().isEmpty()
                                        ? null
                                        : secrets.sealed(draft.uid(), draft.secret()),
                                java.sql.Types.BINARY)
                        .update();
        return saved(changed, draft.uid(), actor, Deed.FOURNISSEUR_MODIFIE, draft.issuer());
    }

    private static String[] codes(ProviderDraft draft) {
        return draft.levels().stream().map(Acr::code).toArray(String[]::new);
    }

    /** Cuts the provider off, or restores it, on every node. Saying it twice changes nothing. */
    @Transactional
    public Saved activate(Actor actor, String uid, boolean active) {
        var changed =
                db.sql(
                                """
                                UPDATE identity.provider SET active = :active
                                 WHERE uid = :uid AND active <> :active
                                """)
                        .param("uid", uid)
                        .param("active", active)
                        .update();
        var deed = active ? Deed.FOURNISSEUR_RETABLI : Deed.FOURNISSEUR_COUPE;
        return changed == 0 ? there(uid) : saved(changed, uid, actor, deed, "");
    }

    /** Shows it on the page of choice, or takes it away from there; what is begun goes on. */
    @Transactional
    public Saved display(Actor actor, String uid, boolean display) {
        var changed =
                db.sql(
                                """
                                UPDATE identity.provider SET display = :display
                                 WHERE uid = :uid AND display <> :display
                                """)
                        .param("uid", uid)
                        .param("display", display)
                        .update();
        var detail = display ? "affiché" : "masqué";
        return changed == 0
                ? there(uid)
                : saved(changed, uid, actor, Deed.FOURNISSEUR_MODIFIE, detail);
    }

    private Saved there(String uid) {
        return find(uid).<Saved>map(_ -> new Saved.Done(uid)).orElseGet(Saved.Unknown::new);
    }

    private Saved saved(int changed, String uid, Actor actor, Deed deed, String detail) {
        if (changed == 0) {
            return find(uid).<Saved>map(_ -> new Saved.Stale()).orElseGet(Saved.Unknown::new);
        }
        trail.did(actor, deed, uid, detail);
        return new Saved.Done(uid);
    }

    private ProviderLine line(ResultSet row) throws SQLException {
        return new ProviderLine(
                row.getString("uid"),
                federations.of(row.getString("federation")),
                row.getString("issuer"),
                row.getString("client_id"),
                new Shown(row.getString("label"), row.getString("hint"), row.getInt("position")),
                texts(row, "levels").stream().map(it -> Acr.of(it).orElseThrow()).sorted().toList(),
                texts(row, "domains"),
                row.getBoolean("active"),
                row.getBoolean("display"),
                row.getLong("version"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
