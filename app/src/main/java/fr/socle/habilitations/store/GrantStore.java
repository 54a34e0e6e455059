package fr.socle.habilitations.store;

import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.Demande.Acquis;
import fr.socle.habilitations.demande.Demande.Dossier;
import fr.socle.house.Together;
import fr.socle.kernel.Periode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions that were granted, and revocations. Rows are written once. */
@Component
public class GrantStore {

    private static final String COLUMNS =
            """
            v.id, v.version, v.organisation, v.content::text AS content, v.valid_from,
            v.valid_until, v.granted_at, r.revoked_at, f.fondement, f.days
              FROM habilitations.version v
              LEFT JOIN habilitations.revocation r ON r.id = v.id
              LEFT JOIN habilitations.differe f ON f.id = v.id
            """;

    /** Of the remembered readings. */
    private static final int MOST = 1_000;

    private final JdbcClient db;
    private final Contents contents;
    private final Together<HabilitationId, Optional<Habilitation>> newest =
            new Together<>(this::newestOf);

    /** What texts of rows say: the same few habilitations are read again and again. */
    private final Map<String, Contenu> readings = new ConcurrentHashMap<>();

    GrantStore(JdbcClient db, Contents contents) {
        this.db = db;
        this.contents = contents;
    }

    /** A version as it was granted, with all that was written for it. */
    public record Granted(Habilitation habilitation, Contenu content, Instant grantedAt) {}

    /** Read at each call; concurrent callers share a statement. */
    public Optional<Habilitation> newest(HabilitationId id) {
        return newest.ask(id);
    }

    private List<Optional<Habilitation>> newestOf(List<HabilitationId> ids) {
        var found =
                db
                        .sql(
                                "SELECT DISTINCT ON (v.id) "
                                        + COLUMNS
                                        + "WHERE v.id = ANY (:ids) ORDER BY v.id, v.version DESC")
                        .param("ids", ids.stream().map(HabilitationId::value).toArray(UUID[]::new))
                        .query(this::granted)
                        .list()
                        .stream()
                        .map(Granted::habilitation)
                        .collect(Collectors.toMap(Habilitation::id, it -> it));
        return ids.stream().map(it -> Optional.ofNullable(found.get(it))).toList();
    }

    /** The newest version of each habilitation of this organisation. */
    public List<Habilitation> newest(OrganisationId organisation) {
        return newestWhole(organisation).stream().map(Granted::habilitation).toList();
    }

    /** As {@link #newest(OrganisationId)}, with all that was written for it. */
    public List<Granted> newestWhole(OrganisationId organisation) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
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
                        "SELECT "
                                + COLUMNS
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
        return db.sql("SELECT " + COLUMNS + "WHERE v.id = :id ORDER BY v.version DESC")
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
        var content = content(row.getString("content"));
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

    private Contenu content(String text) {
        if (readings.size() > MOST) {
            readings.clear();
        }
        return readings.computeIfAbsent(text, contents::read);
    }
}
