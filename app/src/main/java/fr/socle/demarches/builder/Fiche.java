package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Definition;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import java.util.Map;

/**
 * A procedure as its builders see it.
 *
 * @param draft the fields as they will be published next
 * @param habilitations which one founds each data set that the draft uses
 * @param version grows with each change
 */
public record Fiche(
        DemarcheId id,
        OrganisationId organisation,
        String slug,
        Facts facts,
        Definition draft,
        Map<String, HabilitationId> habilitations,
        long version) {

    public Fiche {
        habilitations = Map.copyOf(habilitations);
    }

    /** Where usagers read what it is. */
    public String path() {
        return "/demarches/" + slug;
    }
}
