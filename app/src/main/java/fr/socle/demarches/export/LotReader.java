package fr.socle.demarches.export;

import fr.socle.demarches.annotation.Annotations;
import fr.socle.demarches.annotation.Noted;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.trace.Accesses;
import fr.socle.ui.access.Visitor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reads some dossiers for an agent, in the caller's transaction, their entries included. */
@Component
class LotReader {

    private static final Logger LOG = LoggerFactory.getLogger(LotReader.class);

    private final DossierStore dossiers;
    private final Revisions revisions;
    private final Annotations annotations;
    private final Accesses accesses;

    LotReader(
            DossierStore dossiers,
            Revisions revisions,
            Annotations annotations,
            Accesses accesses) {
        this.dossiers = dossiers;
        this.revisions = revisions;
        this.annotations = annotations;
        this.accesses = accesses;
    }

    /** A dossier, and what the file says of it. */
    private record Line(Depose dossier, String text) {}

    /**
     * A dossier that cannot be read is left, and does not stop those behind it.
     *
     * @param ids of those of which he is in charge
     * @return the line of each that could be read
     */
    Map<DossierId, String> read(Collection<DossierId> ids, Visitor.Agent agent, Columns columns) {
        var lines = lines(ids, columns);
        accesses.exported(lines.stream().map(Line::dossier).toList(), agent);
        var texts = new LinkedHashMap<DossierId, String>();
        lines.forEach(it -> texts.put(it.dossier().id(), it.text()));
        return texts;
    }

    /** At once; one by one only when something among them cannot be read. */
    private List<Line> lines(Collection<DossierId> ids, Columns columns) {
        try {
            var noted = annotations.of(ids);
            return dossiers.deposited(ids).stream()
                    .map(it -> line(it, noted.get(it.id()), columns))
                    .toList();
        } catch (DataAccessException notTheirs) {
            throw notTheirs;
        } catch (RuntimeException oneOfThem) {
            return ids.stream().flatMap(it -> line(it, columns).stream()).toList();
        }
    }

    private Optional<Line> line(DossierId id, Columns columns) {
        try {
            var noted = annotations.of(List.of(id)).get(id);
            return dossiers.deposited(List.of(id)).stream()
                    .map(it -> line(it, noted, columns))
                    .findFirst();
        } catch (DataAccessException notIts) {
            throw notIts;
        } catch (RuntimeException broken) {
            LOG.error("dossier {} cannot be exported", id, broken);
            return Optional.empty();
        }
    }

    private Line line(Depose dossier, @Nullable Noted noted, Columns columns) {
        var own = revisions.definition(dossier.fiche().revision());
        var values = noted == null ? Map.<ChampId, Valeur>of() : noted.valeurs();
        var cells = columns.line(dossier, values, own);
        return new Line(dossier, ExportStore.JSON.writeValueAsString(cells));
    }
}
