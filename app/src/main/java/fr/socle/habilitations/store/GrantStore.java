package fr.socle.habilitations.store;

import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.Demande.Acquis;
import fr.socle.habilitations.demande.Demande.Dossier;
import fr.socle.kernel.Periode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions that were granted, and revocations. Rows are written once. */
@Component
public class GrantStore {

    private static final String COLUMNS =
            """
            SELECT v.id, v.version, v.organisation, v.content::text AS content, v.valid_from,
                   v.valid_until, v.granted_at, r.revoked_at, f.fondement, f.days
              FROM habilitations.version v
              LEFT JOIN habilitations.revocation r ON r.id = v.id
              LEFT JOIN habilitations.differe f ON f.id = v.id
            """;

    private final JdbcClient db;
    private final Contents contents;

    GrantStore(JdbcClient db, Contents contents) {
        this.db = db;
        this.contents = contents;
    }

    /** A version as it was granted, with all that was written for it. */
    public record Granted(Habilitation habilitation, Contenu content, Instant grantedAt) {}

    public Optional<Habilitation> newest(HabilitationId id) {
        return db.sql(COLUMNS + "WHERE v.id = :id ORDER BY v.version DESC LIMIT 1")
                .param("id", id.value())
                .query(this::granted)
                .optional()
                .map(Granted::habilitation);
    }

    /** The newest version of each habilitation of this organisation. */
    public List<Habilitation> newest(OrganisationId organisation) {
        return newestWhole(organisation).stream().map(Granted::habilitation).toList();
    }

    /** As {@link #newest(OrganisationId)}, with all that was written for it. */
    public List<Granted> newestWhole(OrganisationId organisation) {
        return db.sql(
                        COLUMNS
                                + """
                                WHERE v.organisation = :organisation
                                  AND NOT EXISTS (SELECT 1 FROM habilitations.version later
                                                   WHERE later.id = v.id AND later.version > v.version)
                                """)
                .param("organisation", organisation.value())
                .query(this::granted)
                .list();
    }

    /** The newest version of each habilitation, if it covers this service; by name. */
    public List<Habilitation> newestCovering(String clientId) {
        return db
                .sql(
                        COLUMNS
                                + """
                                  JOIN habilitations.covered_service c ON c.id = v.id AND c.version = v.version
                                  JOIN habilitations.demande d ON d.id = v.id AND d.granted = v.version
                                 WHERE c.client_id = :client
                                """)
                .param("client", clientId)
                .query(this::granted)
                .list()
                .stream()
                .map(Granted::habilitation)
                .sorted(Comparator.comparing(Habilitation::intitule))
                .toList();
    }

    /** Every version, the newest first. */
    public List<Granted> versions(HabilitationId id) {
        return db.sql(COLUMNS + "WHERE v.id = :id ORDER BY v.version DESC")
                .param("id", id.value())
                .query(this::granted)
                .list();
    }

    public void insert(Dossier dossier, Acquis acquis, @Nullable UUID by, Instant now) {
        db.sql(
                        """
                        INSERT INTO habilitations.version
                               (id, version, organisation, content, valid_from, valid_until, granted_at, granted_by)
                        VALUES (:id, :version, :organisation, :content::jsonb, :from, :until, :now, :by)
                        """)
                .param("id", dossier.id().value())
                .param("version", acquis.version())
                .param("organisation", dossier.organisation().value())
                .param("content", contents.write(acquis.content()))
                .param("from", acquis.from())
                .param("until", acquis.until())
                .param("now", Timestamp.from(now))
                .param("by", by, Types.OTHER)
                .update();
        insertServices(dossier.id(), acquis);
    }

    /** The connected services that the version covers, beside its content, to be found by them. */
    private void insertServices(HabilitationId id, Acquis acquis) {
        for (var service : acquis.content().complements().services()) {
            db.sql(
                            """
                            INSERT INTO habilitations.covered_service (client_id, id, version)
                            VALUES (:client, :id, :version)
                            """)
                    .param("client", service)
                    .param("id", id.value())
                    .param("version", acquis.version())
                    .update();
        }
    }

    /** Each version that covers this service. */
    public List<Covering> covering(String clientId) {
        return db.sql(
                        """
                        SELECT v.valid_from, v.valid_until, r.revoked_at,
                               v.version = d.granted AS newest
                          FROM habilitations.covered_service c
                          JOIN habilitations.version v ON v.id = c.id AND v.version = c.version
                          JOIN habilitations.demande d ON d.id = c.id
                          LEFT JOIN habilitations.revocation r ON r.id = c.id
                         WHERE c.client_id = :client
                        """)
                .param("client", clientId)
                .query(
                        (row, _) ->
                                new Covering(
                                        new Periode<>(
                                                row.getObject("valid_from", LocalDate.class),
                                                row.getObject("valid_until", LocalDate.class)),
                                        row.getBoolean("newest")
                                                && row.getTimestamp("revoked_at") == null))
                .list();
    }

    /**
     * A version that covers a service.
     *
     * @param standing whether it is the newest of its habilitation, which nobody revoked
     */
    public record Covering(Periode<LocalDate> validity, boolean standing) {}

    public void revoke(HabilitationId id, String motif, @Nullable UUID by, Instant now) {
        db.sql(
                        """
                        INSERT INTO habilitations.revocation (id, motif, revoked_at, revoked_by)
                        VALUES (:id, :motif, :now, :by)
                        """)
                .param("id", id.value())
                .param("motif", motif)
                .param("now", Timestamp.from(now))
                .param("by", by, Types.OTHER)
                .update();
    }

    private Granted granted(ResultSet row, int number) throws SQLException {
        var content = contents.read(row.getString("content"));
        var revoked = row.getTimestamp("revoked_at");
        var habilitation =
                new Habilitation(
                        new HabilitationId(row.getObject("id", UUID.class)),
                        row.getInt("version"),
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        content.intitule(),
                        content.finalite(),
                        content.cadre(),
                        content.fields(),
                        content.requesters(),
                        new Periode<>(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_until", LocalDate.class)),
                        Optional.ofNullable(revoked).map(Timestamp::toInstant),
                        DiffereStore.read(row));
        return new Granted(habilitation, content, row.getTimestamp("granted_at").toInstant());
    }
}
