package fr.socle.demarches.export;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.liste.Demande;
import fr.socle.directory.ServiceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of exports, each of one dossier. */
@Component
class LigneStore {

    private final JdbcClient db;

    LigneStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * One dossier of an export, not read yet.
     *
     * @param his whether the reader is in charge of it now
     */
    record Place(int rank, DossierId dossier, boolean his) {}

    /**
     * @param line a JSON array of texts and numbers
     */
    record Ligne(int rank, DossierId dossier, String line) {}

    /**
     * Adds those that are still there after the others of the export; one that is purged at this
     * moment is left out.
     */
    int add(UUID export, List<UUID> dossiers) {
        return db.sql(
                        """
                        INSERT INTO demarches.export_ligne (export, rank, dossier)
                        SELECT :export, row_number() OVER (ORDER BY n)
                                        + (SELECT coalesce(max(rank), 0) FROM demarches.export_ligne WHERE export = :export),
                               id
                          FROM (SELECT d.id, t.n FROM unnest(:dossiers::uuid[]) WITH ORDINALITY AS t (id, n)
                                  JOIN demarches.dossier d ON d.id = t.id FOR KEY SHARE OF d) AS there
                        ON CONFLICT (dossier, export) DO NOTHING
                        """)
                .param("export", export)
                .param("dossiers", dossiers.toArray(UUID[]::new))
                .update();
    }

    /**
     * The next ones to read. Until the transaction ends they cannot be purged: what the journal
     * says of them and what the file says stay together.
     */
    List<Place> next(UUID export, int after, int most, Demande.Reader reader) {
        return db.sql(
                        """
                        SELECT l.rank, d.id,
                               d.state <> 'brouillon' AND d.services && :services
                               AND (d.groupe IS NULL OR d.groupe <> ALL (:hiddenGroups))
                               AND (d.groupe IS NOT NULL OR d.demarche <> ALL (:hiddenDefaults)) AS his
                          FROM demarches.export_ligne l JOIN demarches.dossier d ON d.id = l.dossier
                         WHERE l.export = :export AND l.rank > :after ORDER BY l.rank LIMIT :most FOR KEY SHARE OF d
                        """)
                .param("services", services(reader))
                .param("hiddenGroups", reader.hidden().hiddenGroups())
                .param("hiddenDefaults", reader.hidden().hiddenDefaults())
                .param("export", export)
                .param("after", after)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Place(
                                        row.getInt("rank"),
                                        new DossierId(row.getObject("id", UUID.class)),
                                        row.getBoolean("his")))
                .list();
    }

    private static UUID[] services(Demande.Reader reader) {
        return reader.services().stream().map(ServiceId::value).toArray(UUID[]::new);
    }

    void write(UUID export, Map<DossierId, String> lines) {
        var dossiers = lines.keySet().stream().map(DossierId::value).toArray(UUID[]::new);
        db.sql(
                        """
                        UPDATE demarches.export_ligne l SET line = t.line
                          FROM unnest(:dossiers::uuid[], :lines::text[]) AS t (dossier, line)
                         WHERE l.export = :export AND l.dossier = t.dossier
                        """)
                .param("export", export)
                .param("dossiers", dossiers)
                .param("lines", lines.values().toArray(String[]::new))
                .update();
    }

    /** Those that are not the agent's, or cannot be read. */
    void drop(UUID export, Collection<DossierId> dossiers) {
        db.sql("DELETE FROM demarches.export_ligne WHERE export = :export AND dossier = ANY (:ids)")
                .param("export", export)
                .param("ids", dossiers.stream().map(DossierId::value).toArray(UUID[]::new))
                .update();
    }

    /** How many the file has now. */
    int count(UUID export) {
        return db.sql(
                        """
                        SELECT count(*) FROM demarches.export_ligne WHERE export = :export AND line IS NOT NULL
                        """)
                .param("export", export)
                .query(Integer.class)
                .single();
    }

    /** The next lines of the file; empty at its end. */
    List<Ligne> lines(UUID export, int after, int most) {
        return db.sql(
                        """
                        SELECT rank, dossier, line FROM demarches.export_ligne
                         WHERE export = :export AND rank > :after AND line IS NOT NULL ORDER BY rank LIMIT :most
                        """)
                .param("export", export)
                .param("after", after)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Ligne(
                                        row.getInt("rank"),
                                        new DossierId(row.getObject("dossier", UUID.class)),
                                        row.getString("line")))
                .list();
    }
}
