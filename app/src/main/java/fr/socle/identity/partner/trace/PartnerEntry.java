package fr.socle.identity.partner.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.CONSOMMATEUR;
import static fr.socle.journal.Audience.DPO;

import fr.socle.directory.Actor;
import fr.socle.directory.OrganisationId;
import fr.socle.identity.federation.Client;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import java.util.List;

/**
 * Somebody did something with a connected service, in the transaction that changes its row.
 *
 * @param detail what was changed, or why; may be empty
 */
public record PartnerEntry(
        Act act, Actor actor, OrganisationId organisation, Client client, String detail)
        implements Entry {

    @Override
    public Kind kind() {
        return act.kind();
    }

    @Override
    public List<Part> parts() {
        var facts =
                Part.readBy(AUDITEUR, DPO, CONSOMMATEUR)
                        .with("organisation", organisation.toString())
                        .with("service", client.name())
                        .with("client", client.clientId())
                        .with("detail", detail)
                        .with("acteur-nature", actor.nature().code());
        var id = actor.id();
        return List.of(
                id == null ? facts : facts.with("acteur", id.toString()),
                Part.readBy(DPO).with("acteur-nom", actor.name()));
    }
}
