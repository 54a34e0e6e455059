package fr.socle.exchange;

import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.PersonRef;

/** Who asks. */
public sealed interface Requester {

    /** An agent, for a case of which he is in charge. */
    record Agent(AgentId agent, OrganisationId organisation) implements Requester {}

    /** The person, filling a dossier of their own, draft included, at this organisation. */
    record UsagerLuiMeme(PersonRef person, OrganisationId organisation) implements Requester {}

    /** A program whose habilitation allows treatment without an agent. */
    record Automate(String client, OrganisationId organisation) implements Requester {}

    /** The organisation that would obtain the data. */
    OrganisationId organisation();
}
