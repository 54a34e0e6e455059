package fr.socle.directory.trail;

import fr.socle.directory.Agent;
import fr.socle.journal.Part;

/** An act about one agent: his number for the auditor, his name for the officer alone. */
interface AgentNamed extends Act {

    Agent agent();

    @Override
    default Part facts(Part part) {
        return part.with(AGENT, agent().id().toString());
    }

    @Override
    default Part names(Part part) {
        return part.with("agent-nom", agent().name());
    }
}
