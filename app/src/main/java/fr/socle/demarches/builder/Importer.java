package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.Imported.Remark;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a draft from a file that was read. */
@Component
public class Importer {

    private final DemarcheBuilder builder;
    private final ImportRemarkStore remarks;

    Importer(DemarcheBuilder builder, ImportRemarkStore remarks) {
        this.builder = builder;
        this.remarks = remarks;
    }

    /** A new procedure with these fields: nothing, or all of it. */
    @Transactional
    public Change<Demarche> create(Actor actor, OrganisationId organisation, Imported imported) {
        return switch (builder.create(
                actor, organisation, DemarcheId.fresh(), "", imported.facts())) {
            case Change.Done<Demarche>(var made) -> {
                remarks.insert(made.id(), imported.remarks());
                yield builder.redraft(
                        made.id(), imported.definition(), Map.of(), made.fiche().version());
            }
            case Change.Refused<Demarche> refused -> refused;
            case Change.Stale<Demarche> stale -> stale;
            case Change.Unknown<Demarche> unknown -> unknown;
        };
    }

    /** What became something else on the way, in the order of the fields. */
    public List<Remark> remarks(Demarche demarche) {
        return remarks.of(demarche.id());
    }
}
