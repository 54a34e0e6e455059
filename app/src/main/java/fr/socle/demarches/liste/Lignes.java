package fr.socle.demarches.liste;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.DossierState;
import fr.socle.demarches.builder.RevisionId;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.ReponsesJson;
import fr.socle.kernel.NumeroPublic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of one page of a list. */
@Component
public class Lignes {

    private final JdbcClient db;
    private final Revisions revisions;

    Lignes(JdbcClient db, Revisions revisions) {
        this.db = db;
        this.revisions = revisions;
    }

    /**
     * One dossier in a list.
     *
     * @param awaited whether the usager has something to correct
     * @param cells what it says in the columns asked for, by their codes; absent: nothing
     * @param etiquettes stuck on it, by label
     */
    public record Ligne(
            DossierId id,
            String number,
            String applicant,
            DossierState state,
            boolean awaited,
            Instant depositedAt,
            Instant changedAt,
            Map<String, String> cells,
            List<Etiquette> etiquettes) {

        public Ligne {
            cells = Map.copyOf(cells);
            etiquettes = List.copyOf(etiquettes);
        }
    }

    /**
     * @param columns fields whose answers are shown; facts are shown without being asked for
     * @param yes the word for yes
     * @param no the word for no
     */
    public List<Ligne> of(
            DemarcheId demarche, List<Rang> page, List<Colonne> columns, String yes, String no) {
        var labels = labels(page);
        var read =
                db
                        .sql(
                                """
                                SELECT id, number, applicant, state, correction IS NOT NULL AS awaited, deposited_at,
                                       changed_at, revision, reponses
                                  FROM demarches.dossier WHERE id = ANY (:ids) AND demarche = :demarche
                                """)
                        .param("ids", page.stream().map(Rang::dossier).toArray(UUID[]::new))
                        .param("demarche", demarche.value())
                        .query((row, _) -> ligne(row, columns, labels, yes, no))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
        return page.stream().map(it -> read.get(it.dossier())).filter(Objects::nonNull).toList();
    }

    private Ligne ligne(
            ResultSet row,
            List<Colonne> columns,
            Map<UUID, List<Etiquette>> labels,
            String yes,
            String no)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Ligne(
                new DossierId(id),
                new NumeroPublic(row.getString("number")).formatted(),
                row.getString("applicant"),
                DossierState.valueOf(
                        row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getBoolean("awaited"),
                row.getTimestamp("deposited_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                columns.isEmpty() ? Map.of() : cells(row, columns, yes, no),
                labels.getOrDefault(id, List.of()));
    }

    private Map<String, String> cells(ResultSet row, List<Colonne> columns, String yes, String no)
            throws SQLException {
        var definition =
                revisions.definition(new RevisionId(row.getObject("revision", UUID.class)));
        Map<ChampId, Valeur> values = ReponsesJson.read(row.getString("reponses")).valeurs();
        var visible = Visibility.visible(definition, values);
        var cells = new HashMap<String, String>();
        for (var column : columns) {
            var champ = column.champ();
            var value =
                    champ == null || !visible.contains(champ.id()) ? null : values.get(champ.id());
            if (value != null) {
                cells.put(column.code(), Shown.line(value, yes, no));
            }
        }
        return cells;
    }

    private Map<UUID, List<Etiquette>> labels(List<Rang> page) {
        return db
                .sql(
                        """
                        SELECT de.dossier, e.id, e.label, e.color
                          FROM demarches.dossier_etiquette de JOIN demarches.etiquette e ON e.id = de.etiquette
                         WHERE de.dossier = ANY (:ids) ORDER BY e.label
                        """)
                .param("ids", page.stream().map(Rang::dossier).toArray(UUID[]::new))
                .query(
                        (row, _) ->
                                Map.entry(
                                        row.getObject("dossier", UUID.class),
                                        EtiquetteStore.etiquette(row, 0)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
