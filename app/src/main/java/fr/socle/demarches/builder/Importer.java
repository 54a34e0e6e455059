package fr.socle.demarches.builder;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a draft from a file that was read. */
@Component
public class Importer {

    private final DemarcheBuilder builder;

    Importer(DemarcheBuilder builder) {
        this.builder = builder;
    }

    /** A new procedure with these fields: nothing, or all of it. */
    @Transactional
    public Change<Demarche> create(Actor actor, OrganisationId organisation, Imported imported) {
        return switch (builder.create(actor, organisation, "", imported.facts())) {
            case Change.Done<Demarche>(var made) ->
                    builder.redraft(
                            made.id(), imported.definition(), Map.of(), made.fiche().version());
            case Change.Refused<Demarche> refused -> refused;
            case Change.Stale<Demarche> stale -> stale;
            case Change.Unknown<Demarche> unknown -> unknown;
        };
    }
}
