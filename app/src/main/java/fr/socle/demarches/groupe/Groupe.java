package fr.socle.demarches.groupe;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Condition;
import fr.socle.directory.AgentId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group of agents who handle some of a procedure's dossiers.
 *
 * @param number by which programs name it
 * @param rank in which order rules are tried; 0 is the default group, which has no rule
 * @param rule which dossiers come to it at their deposit; null: those that an agent brings
 * @param active whether dossiers still come to it
 * @param agents who belongs to it; none: every agent of the procedure's services
 */
public record Groupe(
        GroupeId id,
        int number,
        DemarcheId demarche,
        int rank,
        String label,
        @Nullable Condition rule,
        boolean active,
        Set<AgentId> agents,
        long version) {

    public static final int LONGEST_LABEL = 120;

    public Groupe {
        agents = Set.copyOf(agents);
    }

    /** Whether dossiers come here that no rule sends elsewhere. */
    public boolean byDefault() {
        return rank == 0;
    }

    /** Whether this agent handles its dossiers, given that he works in one of the services. */
    public boolean includes(AgentId agent) {
        return agents.isEmpty() || agents.contains(agent);
    }
}
