package fr.socle.demarches.graphql.read;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.DossierState;
import fr.socle.demarches.builder.RevisionId;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.graphql.read.Window.Cursor;
import fr.socle.demarches.groupe.Groupe;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers of the contract, and the pages that clients read. */
@Component
class ContractStore {

    private static final int LONGEST_SECONDS = 10;

    private final JdbcClient db;

    ContractStore(DataSource database) {
        var patient = new JdbcTemplate(database);
        patient.setQueryTimeout(LONGEST_SECONDS);
        this.db = JdbcClient.create(patient);
    }

    /** A procedure, by its number of the contract. */
    record Numbered(
            DemarcheId id, int serial, String state, Instant createdAt, Instant changedAt) {}

    Optional<Numbered> demarche(int serial) {
        return numbered("serial = :wanted", serial);
    }

    Optional<Numbered> demarche(DemarcheId id) {
        return numbered("id = :wanted", id.value());
    }

    private Optional<Numbered> numbered(String which, Object wanted) {
        return db.sql(
                        "SELECT id, serial, state, created_at, changed_at FROM demarches.demarche WHERE "
                                + which)
                .param("wanted", wanted)
                .query(
                        (row, _) ->
                                new Numbered(
                                        new DemarcheId(row.getObject("id", UUID.class)),
                                        row.getInt("serial"),
                                        row.getString("state"),
                                        row.getTimestamp("created_at").toInstant(),
                                        row.getTimestamp("changed_at").toInstant()))
                .optional();
    }

    /** A published revision. */
    record Published(RevisionId id, int number, Instant at) {}

    /** The oldest first. */
    List<Published> revisions(DemarcheId demarche) {
        return db.sql(
                        """
                        SELECT id, number, published_at FROM demarches.revision
                         WHERE demarche = :demarche ORDER BY number
                        """)
                .param("demarche", demarche.value())
                .query(
                        (row, _) ->
                                new Published(
                                        new RevisionId(row.getObject("id", UUID.class)),
                                        row.getInt("number"),
                                        row.getTimestamp("published_at").toInstant()))
                .list();
    }

    /** A line of a page: where it is, and which dossier. */
    record Line(DossierId id, Cursor cursor) {}

    /** The deposited dossier of this number. */
    Optional<DossierId> dossier(int serial) {
        return db.sql(
                        "SELECT id FROM demarches.dossier WHERE serial = :serial AND state <> 'brouillon'")
                .param("serial", serial)
                .query(UUID.class)
                .optional()
                .map(DossierId::new);
    }

    /**
     * Which dossiers a client wants.
     *
     * @param archived whether they are out of the lists; null: either
     * @param groupe who handles them; null: any
     * @param revisions of one of these; null: of any
     * @param updatedSince when given, the list is in the order of the last changes
     */
    record Wanted(
            @Nullable DossierState state,
            @Nullable Boolean archived,
            @Nullable Groupe groupe,
            @Nullable List<RevisionId> revisions,
            @Nullable Instant createdSince,
            @Nullable Instant updatedSince) {}

    /** A condition on the rows of a group's dossiers; those of the default group name none. */
    private static String of(@Nullable Groupe groupe) {
        if (groupe == null) {
            return "";
        }
        return groupe.byDefault() ? " AND groupe IS NULL" : " AND groupe = :groupe";
    }

    private static @Nullable UUID id(@Nullable Groupe groupe) {
        return groupe == null ? null : groupe.id().value();
    }

    /** One line more than the window, so that the caller knows whether there is another page. */
    List<Line> page(DemarcheId demarche, Wanted wanted, Window window) {
        var moment = wanted.updatedSince() == null ? "deposited_at" : "changed_at";
        var way = window.downwards() ? "DESC" : "ASC";
        var from = window.from();
        var state = wanted.state();
        return db.sql(
                        """
                        SELECT id, serial, %1$s AS moment
                          FROM demarches.dossier
                         WHERE demarche = :demarche AND state <> 'brouillon'%4$s
                           AND (:archived::boolean IS NULL OR archived = :archived)
                           AND (:state::text IS NULL OR state = :state)
                           AND (:revisions::uuid[] IS NULL OR revision = ANY(:revisions::uuid[]))
                           AND (:created::timestamptz IS NULL OR deposited_at >= :created)
                           AND (:updated::timestamptz IS NULL OR changed_at >= :updated)
                           AND (:at::timestamptz IS NULL OR (%1$s, serial) %2$s (:at, :serial))
                         ORDER BY %1$s %3$s, serial %3$s LIMIT :most
                        """
                                .formatted(
                                        moment,
                                        window.downwards() ? "<" : ">",
                                        way,
                                        of(wanted.groupe())))
                .param("demarche", demarche.value())
                .param("groupe", id(wanted.groupe()), Types.OTHER)
                .param("archived", wanted.archived(), Types.BOOLEAN)
                .param(
                        "state",
                        state == null
                                ? null
                                : state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Types.VARCHAR)
                .param("revisions", uuids(wanted.revisions()), Types.ARRAY)
                .param("created", moment(wanted.createdSince()), Types.TIMESTAMP)
                .param("updated", moment(wanted.updatedSince()), Types.TIMESTAMP)
                .param("at", from == null ? null : moment(from.at()), Types.TIMESTAMP)
                .param("serial", from == null ? 0 : from.serial())
                .param("most", window.size() + 1)
                .query(
                        (row, _) ->
                                new Line(
                                        new DossierId(row.getObject("id", UUID.class)),
                                        new Cursor(
                                                row.getTimestamp("moment").toInstant(),
                                                row.getInt("serial"))))
                .list();
    }

    /** A deposited dossier that is gone. */
    record Gone(int serial, String state, String reason, Instant at) {}

    /**
     * @param groupe who handled them; null: any
     */
    List<Gone> gone(
            DemarcheId demarche, @Nullable Groupe groupe, @Nullable Instant since, Window window) {
        var from = window.from();
        return db.sql(
                        """
                        SELECT serial, state, reason, deleted_at
                          FROM demarches.dossier_disparu
                         WHERE demarche = :demarche%3$s
                           AND (:since::timestamptz IS NULL OR deleted_at >= :since)
                           AND (:at::timestamptz IS NULL OR (deleted_at, serial) %1$s (:at, :serial))
                         ORDER BY deleted_at %2$s, serial %2$s LIMIT :most
                        """
                                .formatted(
                                        window.downwards() ? "<" : ">",
                                        window.downwards() ? "DESC" : "ASC",
                                        of(groupe)))
                .param("demarche", demarche.value())
                .param("groupe", id(groupe), Types.OTHER)
                .param("since", moment(since), Types.TIMESTAMP)
                .param("at", from == null ? null : moment(from.at()), Types.TIMESTAMP)
                .param("serial", from == null ? 0 : from.serial())
                .param("most", window.size() + 1)
                .query(
                        (row, _) ->
                                new Gone(
                                        row.getInt("serial"),
                                        row.getString("state").replace('-', '_'),
                                        row.getString("reason"),
                                        row.getTimestamp("deleted_at").toInstant()))
                .list();
    }

    /** An attestation, without its bytes. */
    record Paper(long size, byte[] sha256) {}

    Map<DossierId, Paper> attestations(Collection<DossierId> ids) {
        var papers = new HashMap<DossierId, Paper>();
        db.sql(
                        """
                        SELECT dossier, octet_length(content) AS size, sha256(content) AS digest
                          FROM demarches.attestation WHERE dossier = ANY(:ids)
                        """)
                .param("ids", ids.stream().map(DossierId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            papers.put(
                                    new DossierId(row.getObject("dossier", UUID.class)),
                                    new Paper(row.getLong("size"), row.getBytes("digest")));
                        });
        return papers;
    }

    private static UUID @Nullable [] uuids(@Nullable List<RevisionId> revisions) {
        return revisions == null
                ? null
                : revisions.stream().map(RevisionId::value).toArray(UUID[]::new);
    }

    private static @Nullable Timestamp moment(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
