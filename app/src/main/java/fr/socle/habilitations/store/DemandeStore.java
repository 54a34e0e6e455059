package fr.socle.habilitations.store;

import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Demande.Acquis;
import fr.socle.habilitations.demande.Demande.Dossier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests. */
@Component
public class DemandeStore {

    private static final String COLUMNS =
            """
            SELECT d.id, d.organisation, d.requester, d.state, d.content::text AS content, d.motif,
                   d.version, v.version AS granted, v.content::text AS granted_content, v.valid_from,
                   v.valid_until
              FROM habilitations.demande d
              LEFT JOIN habilitations.version v ON v.id = d.id AND v.version = d.granted
            """;

    private final JdbcClient db;
    private final Contents contents;

    DemandeStore(JdbcClient db, Contents contents) {
        this.db = db;
        this.contents = contents;
    }

    public Optional<Demande> find(HabilitationId id) {
        return db.sql(COLUMNS + "WHERE d.id = :id")
                .param("id", id.value())
                .query(this::demande)
                .optional();
    }

    /** Those of an organisation, the latest change first. */
    public List<Demande> of(OrganisationId organisation) {
        return db.sql(
                        COLUMNS
                                + "WHERE d.organisation = :organisation ORDER BY d.changed_at DESC LIMIT 500")
                .param("organisation", organisation.value())
                .query(this::demande)
                .list();
    }

    /** Those that wait for an instructor of another organisation, the oldest first. */
    public List<Demande> toExamine(OrganisationId except) {
        return db.sql(
                        COLUMNS
                                + "WHERE d.state = 'soumise' AND d.organisation <> :except ORDER BY d.changed_at LIMIT 500")
                .param("except", except.value())
                .query(this::demande)
                .list();
    }

    /** Those on which nobody of another organisation has to act, the latest change first. */
    public List<Demande> examined(OrganisationId except) {
        return db.sql(
                        COLUMNS
                                + "WHERE d.state <> 'soumise' AND (d.state <> 'brouillon' OR d.granted > 0) AND d.organisation <> :except ORDER BY d.changed_at DESC LIMIT 500")
                .param("except", except.value())
                .query(this::demande)
                .list();
    }

    /** False when there is one of this identifier. */
    public boolean insert(Demande it, Instant now) {
        var dossier = it.dossier();
        return state(
                                """
                        INSERT INTO habilitations.demande
                               (id, organisation, requester, state, content, motif, created_at, changed_at)
                        VALUES (:id, :organisation, :requester, :state, :content::jsonb, :motif, :now, :now)
                        ON CONFLICT (id) DO NOTHING
                        """,
                                it,
                                now)
                        .param("organisation", dossier.organisation().value())
                        .update()
                == 1;
    }

    /** False when the request is not at this version any more. */
    public boolean update(Demande it, Instant now) {
        return state(
                                """
                                UPDATE habilitations.demande
                                   SET requester = :requester, state = :state, content = :content::jsonb,
                                       motif = :motif, granted = :granted, version = version + 1, changed_at = :now
                                 WHERE id = :id AND version = :version
                                """,
                                it,
                                now)
                        .param("granted", it.dossier().granted())
                        .param("version", it.dossier().version())
                        .update()
                == 1;
    }

    /** Held until the transaction ends: one of several starting nodes writes demonstration data. */
    public boolean emptyUnderLock() {
        db.sql("LOCK TABLE habilitations.demande IN SHARE ROW EXCLUSIVE MODE").update();
        return db.sql("SELECT NOT EXISTS (SELECT 1 FROM habilitations.demande)")
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec state(String sql, Demande it, Instant now) {
        var dossier = it.dossier();
        return db.sql(sql)
                .param("id", dossier.id().value())
                .param("requester", dossier.requester(), Types.OTHER)
                .param("state", it.state())
                .param("content", contents.write(dossier.content()))
                .param("motif", it.reason())
                .param("now", Timestamp.from(now));
    }

    private Demande demande(ResultSet row, int number) throws SQLException {
        var dossier =
                new Dossier(
                        new HabilitationId(row.getObject("id", UUID.class)),
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        row.getObject("requester", UUID.class),
                        contents.read(row.getString("content")),
                        acquis(row),
                        row.getLong("version"));
        return state(row.getString("state"), dossier, row.getString("motif"));
    }

    private @Nullable Acquis acquis(ResultSet row) throws SQLException {
        var version = row.getInt("granted");
        return version == 0
                ? null
                : new Acquis(
                        version,
                        contents.read(row.getString("granted_content")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class));
    }

    private static Demande state(String word, Dossier dossier, String motif) {
        return switch (word) {
            case "brouillon" -> new Demande.Brouillon(dossier);
            case "soumise" -> new Demande.Soumise(dossier);
            case "a-modifier" -> new Demande.AModifier(dossier, motif);
            case "accordee" -> new Demande.Accordee(dossier);
            case "refusee" -> new Demande.Refusee(dossier, motif);
            case "revoquee" -> new Demande.Revoquee(dossier, motif);
            case "archivee" -> new Demande.Archivee(dossier);
            default -> throw new IllegalStateException("no state is called " + word);
        };
    }
}
