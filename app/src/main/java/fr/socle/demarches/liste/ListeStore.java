package fr.socle.demarches.liste;

import fr.socle.directory.ServiceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The statements of lists: each reads a bounded number of rows by an index. */
@Component
class ListeStore {

    private final JdbcClient db;
    private final ColonneStore columns;

    /** One place in the order of a column. */
    record Entry(String cle, UUID dossier) {}

    ListeStore(JdbcClient db, ColonneStore columns) {
        this.db = db;
        this.columns = columns;
    }

    /** The next entries of a column whose key lies beyond {@code after}, or from the first on. */
    List<Entry> beyond(Demande wanted, Tri tri, @Nullable String after, boolean itself, int most) {
        var way = tri.descending() ? "<" : ">";
        var from = after == null ? "" : " AND cle " + way + (itself ? "=" : "") + " :after";
        return entries(wanted, tri.colonne(), from, tri.descending(), most, after, null);
    }

    /** The next entries of a column beyond this one. */
    List<Entry> beyond(Demande wanted, Tri tri, @Nullable Entry after, int most) {
        var way = tri.descending() ? "<" : ">";
        var from = after == null ? "" : " AND (cle, dossier) " + way + " (:after, :dossier)";
        return entries(
                wanted,
                tri.colonne(),
                from,
                tri.descending(),
                most,
                after == null ? null : after.cle(),
                after == null ? null : after.dossier());
    }

    /** The next dossiers that have exactly this key, by their ids. */
    List<Entry> within(
            Demande wanted,
            Colonne column,
            String key,
            boolean descending,
            @Nullable UUID after,
            int most) {
        var way = descending ? "<" : ">";
        var from = " AND cle = :after" + (after == null ? "" : " AND dossier " + way + " :dossier");
        return entries(wanted, column, from, descending, most, key, after);
    }

    private List<Entry> entries(
            Demande wanted,
            Colonne column,
            String from,
            boolean descending,
            int most,
            @Nullable String key,
            @Nullable UUID dossier) {
        var way = descending ? " DESC" : "";
        var sql =
                "SELECT cle, dossier FROM demarches.cle WHERE colonne = :colonne"
                        + from
                        + (" ORDER BY cle" + way + ", dossier" + way + " LIMIT :most");
        var statement =
                db.sql(sql)
                        .param("colonne", columns.id(wanted.demarche(), column))
                        .param("most", most);
        statement = key == null ? statement : statement.param("after", key);
        statement = dossier == null ? statement : statement.param("dossier", dossier);
        return statement
                .query(
                        (row, _) ->
                                new Entry(
                                        row.getString("cle"), row.getObject("dossier", UUID.class)))
                .list();
    }

    /** The dossiers of a filter; empty when there are more than so many. */
    Optional<List<UUID>> few(Demande wanted, Filtre filtre, int most) {
        return few(
                db.sql(
                                """
                                SELECT dossier FROM demarches.cle
                                 WHERE colonne = :colonne AND cle >= :low AND cle <= :high LIMIT :most
                                """)
                        .param("colonne", columns.id(wanted.demarche(), filtre.colonne()))
                        .param("low", filtre.low())
                        .param("high", filtre.high()),
                most);
    }

    Optional<List<UUID>> fewByWords(Demande wanted, int most) {
        return few(
                db.sql(
                                """
                                SELECT dossier FROM demarches.recherche WHERE words @@ :query::tsquery LIMIT :most
                                """)
                        .param("query", wanted.query()),
                most);
    }

    Optional<List<UUID>> fewInTab(Demande wanted, int most) {
        return few(
                db.sql(
                                "SELECT d.id FROM demarches.dossier d WHERE d.demarche = :demarche"
                                        + " AND :agent::uuid IS NOT NULL"
                                        + wanted.onglet().sql()
                                        + " LIMIT :most")
                        .param("demarche", wanted.demarche().value())
                        .param("agent", wanted.reader().agent().value()),
                most);
    }

    Optional<List<UUID>> fewByLabel(int etiquette, int most) {
        return few(
                db.sql(
                                """
                                SELECT dossier FROM demarches.dossier_etiquette
                                 WHERE etiquette = :etiquette LIMIT :most
                                """)
                        .param("etiquette", etiquette),
                most);
    }

    private static Optional<List<UUID>> few(StatementSpec statement, int most) {
        var found = statement.param("most", most + 1).query(UUID.class).list();
        return found.size() > most ? Optional.empty() : Optional.of(found);
    }

    /**
     * Of these dossiers those that the reader sees and that pass every filter, with their keys, in
     * no order.
     *
     * @param run the key that they must have in the first column; null: any
     */
    List<Rang> passing(Demande wanted, Collection<UUID> dossiers, @Nullable String run) {
        if (dossiers.isEmpty()) {
            return List.of();
        }
        var statement =
                db.sql(passing(wanted, run != null))
                        .param("ids", dossiers.toArray(UUID[]::new))
                        .param("demarche", wanted.demarche().value())
                        .param("agent", wanted.reader().agent().value())
                        .param("services", services(wanted))
                        .param("hiddenGroups", wanted.reader().hidden().hiddenGroups())
                        .param("hiddenDefaults", wanted.reader().hidden().hiddenDefaults())
                        .param("a", columns.id(wanted.demarche(), wanted.first().colonne()))
                        .param("b", columns.id(wanted.demarche(), wanted.second().colonne()));
        statement = run == null ? statement : statement.param("run", run);
        for (int i = 0; i < wanted.filtres().size(); i++) {
            var filtre = wanted.filtres().get(i);
            statement =
                    statement
                            .param("f" + i, columns.id(wanted.demarche(), filtre.colonne()))
                            .param("low" + i, filtre.low())
                            .param("high" + i, filtre.high());
        }
        statement = wanted.searches() ? statement.param("query", wanted.query()) : statement;
        var etiquette = wanted.etiquette();
        statement = etiquette == null ? statement : statement.param("etiquette", etiquette);
        return statement
                .query(
                        (row, _) ->
                                new Rang(
                                        row.getObject("id", UUID.class),
                                        row.getString("a"),
                                        row.getString("b")))
                .list();
    }

    /** Filters first, by index alone: most dossiers fall there, and the row is never read. */
    private static String passing(Demande wanted, boolean run) {
        var joins = new ArrayList<String>();
        joins.add(
                (run ? " JOIN" : " LEFT JOIN")
                        + " demarches.cle a ON a.dossier = c.id AND a.colonne = :a"
                        + (run ? " AND a.cle = :run" : ""));
        for (int i = 0; i < wanted.filtres().size(); i++) {
            joins.add(
                    " JOIN demarches.cle f%1$d ON f%1$d.dossier = c.id AND f%1$d.colonne = :f%1$d AND f%1$d.cle >= :low%1$d AND f%1$d.cle <= :high%1$d"
                            .formatted(i));
        }
        return "SELECT c.id, a.cle AS a, b.cle AS b FROM unnest(:ids::uuid[]) AS c (id)"
                + String.join("", joins)
                + " JOIN demarches.dossier d ON d.id = c.id"
                + " LEFT JOIN demarches.cle b ON b.dossier = c.id AND b.colonne = :b"
                + " WHERE d.demarche = :demarche AND d.state <> 'brouillon' AND d.services && :services"
                + " AND (d.groupe IS NULL OR d.groupe <> ALL (:hiddenGroups))"
                + " AND (d.groupe IS NOT NULL OR d.demarche <> ALL (:hiddenDefaults))"
                // because every statement names its parameters
                + " AND :agent::uuid IS NOT NULL"
                + wanted.onglet().sql()
                + (wanted.searches()
                        ? " AND EXISTS (SELECT FROM demarches.recherche r WHERE r.dossier = d.id AND r.words @@ :query::tsquery)"
                        : "")
                + (wanted.etiquette() == null
                        ? ""
                        : " AND EXISTS (SELECT FROM demarches.dossier_etiquette e WHERE e.dossier = d.id AND e.etiquette = :etiquette)");
    }

    private static UUID[] services(Demande wanted) {
        return wanted.reader().services().stream().map(ServiceId::value).toArray(UUID[]::new);
    }
}
