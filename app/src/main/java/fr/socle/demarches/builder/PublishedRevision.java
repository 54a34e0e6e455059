package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Definition;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import java.time.Instant;
import java.util.Map;

/**
 * What dossiers lean on: the fields as they were published, which never change, and the facts of
 * the procedure, which are those of now.
 *
 * @param number from 1
 * @param habilitations which one founds each data set that the fields use
 * @param open whether a new dossier may start, or a draft be deposited
 */
public record PublishedRevision(
        RevisionId id,
        int number,
        Instant publishedAt,
        Definition definition,
        Map<String, HabilitationId> habilitations,
        DemarcheId demarche,
        OrganisationId organisation,
        String slug,
        Facts facts,
        boolean open) {

    public PublishedRevision {
        habilitations = Map.copyOf(habilitations);
    }
}
