package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.DefinitionJson;
import fr.socle.directory.Change;
import fr.socle.habilitations.HabilitationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A procedure's draft before its last changes, twenty of them: to undo them, and to tell the second
 * writer what the first one did.
 */
@Component
public class DraftHistory {

    private final JdbcClient db;
    private final DemarcheBuilder builder;

    DraftHistory(JdbcClient db, DemarcheBuilder builder) {
        this.db = db;
        this.builder = builder;
    }

    private record Old(long version, Definition draft, Map<String, HabilitationId> grounds) {}

    /** What changed in the draft since this version; nothing when that is too long ago to know. */
    public List<RevisionChange> since(Demarche present, long version) {
        return old("version >= :version ORDER BY version", present.id(), version)
                .map(it -> Diff.between(it.draft(), present.fiche().draft()))
                .orElse(List.of());
    }

    /** The last change of the draft, which {@link #undo} would take back; empty: there is none. */
    public Optional<List<RevisionChange>> last(Demarche present) {
        return newest(present.id()).map(it -> Diff.between(it.draft(), present.fiche().draft()));
    }

    /**
     * Takes the last change of the draft back, whoever made it; again, the one before.
     *
     * @param version the one that the writer saw
     */
    @Transactional
    public Change<Demarche> undo(DemarcheId id, long version) {
        var before = newest(id).orElse(null);
        if (before == null) {
            return new Change.Unknown<>();
        }
        var change = builder.redraft(id, before.draft(), before.grounds(), version);
        if (change instanceof Change.Done<Demarche>) {
            forget(id, before.version());
        }
        return change;
    }

    /** With the one that undoing has just left: going back again leads further back. */
    private void forget(DemarcheId id, long version) {
        db.sql(
                        """
                        DELETE FROM demarches.brouillon_ancien WHERE demarche = :id AND version >= :version
                        """)
                .param("id", id.value())
                .param("version", version)
                .update();
    }

    private Optional<Old> newest(DemarcheId id) {
        return old("version >= :version ORDER BY version DESC", id, 0);
    }

    private Optional<Old> old(String which, DemarcheId id, long version) {
        return db.sql(
                        """
                        SELECT version, draft, datasets, habilitations FROM demarches.brouillon_ancien
                         WHERE demarche = :id AND\s"""
                                + which
                                + " LIMIT 1")
                .param("id", id.value())
                .param("version", version)
                .query((row, _) -> old(row))
                .optional();
    }

    private static Old old(ResultSet row) throws SQLException {
        return new Old(
                row.getLong("version"),
                DefinitionJson.read(row.getString("draft")).orThrow(),
                Grounds.read(row));
    }
}
