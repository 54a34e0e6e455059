package fr.socle.demarches.graphql.read;

import fr.socle.demarches.depot.CorrectionStore.Asked;
import fr.socle.demarches.dossier.Correction.Raison;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.liste.Etiquette;
import fr.socle.directory.AgentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies beside many dossiers at once: one statement for a page, whatever its size. */
@Component
class BesideStore {

    private final JdbcClient db;

    BesideStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Where a dossier is.
     *
     * @param serial its number of the contract
     * @param groupe who handles it; null: the default group
     */
    record Place(int serial, @Nullable UUID groupe, boolean archived) {}

    Map<DossierId, Place> places(Collection<DossierId> dossiers) {
        var found = new HashMap<DossierId, Place>();
        each(
                        "SELECT id AS dossier, serial, groupe, archived FROM demarches.dossier WHERE id = ANY(:ids)",
                        dossiers,
                        (row, _) ->
                                new Place(
                                        row.getInt("serial"),
                                        row.getObject("groupe", UUID.class),
                                        row.getBoolean("archived")))
                .forEach((id, places) -> found.put(id, places.getFirst()));
        return found;
    }

    /** Who wants to be told what happens to each. */
    Map<DossierId, List<AgentId>> followers(Collection<DossierId> dossiers) {
        return each(
                "SELECT dossier, agent FROM demarches.suivi WHERE dossier = ANY(:ids) ORDER BY since, agent",
                dossiers,
                (row, _) -> new AgentId(row.getObject("agent", UUID.class)));
    }

    Map<DossierId, List<Etiquette>> labels(Collection<DossierId> dossiers) {
        return each(
                """
                SELECT de.dossier, e.id, e.label, e.color
                  FROM demarches.dossier_etiquette de
                  JOIN demarches.etiquette e ON e.id = de.etiquette
                 WHERE de.dossier = ANY(:ids) ORDER BY e.label
                """,
                dossiers,
                (row, _) ->
                        new Etiquette(
                                row.getInt("id"), row.getString("label"), row.getString("color")));
    }

    /** The oldest first. */
    Map<DossierId, List<Asked>> corrections(Collection<DossierId> dossiers) {
        return each(
                """
                SELECT dossier, reason, asked_at, resolved_at
                  FROM demarches.correction WHERE dossier = ANY(:ids) ORDER BY dossier, rank
                """,
                dossiers,
                (row, _) -> {
                    var resolved = row.getTimestamp("resolved_at");
                    return new Asked(
                            Raison.of(row.getString("reason")),
                            row.getTimestamp("asked_at").toInstant(),
                            resolved == null ? null : resolved.toInstant());
                });
    }

    /**
     * @param sql reads a column {@code dossier}
     */
    private <T> Map<DossierId, List<T>> each(
            String sql, Collection<DossierId> dossiers, RowMapper<T> mapper) {
        var found = new HashMap<DossierId, List<T>>();
        db.sql(sql)
                .param("ids", dossiers.stream().map(DossierId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            var id = new DossierId(row.getObject("dossier", UUID.class));
                            found.computeIfAbsent(id, _ -> new ArrayList<>())
                                    .add(mapper.mapRow(row, 0));
                        });
        return found;
    }
}
