package fr.socle.demarches.web.agent;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.groupe.Affectation;
import fr.socle.demarches.groupe.Groupe;
import fr.socle.demarches.groupe.GroupeStore;
import fr.socle.demarches.instruction.Attribution;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.Agents;
import fr.socle.ui.form.Option;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who has a dossier, as its page shows it.
 *
 * @param groupes those that may take it, its own among them
 * @param candidates the agents to whom it can be given, by name
 * @param followed whether the reader follows it
 */
public record Side(
        Affectation affectation, List<Groupe> groupes, List<Agent> candidates, boolean followed) {

    public Side {
        groupes = List.copyOf(groupes);
        candidates = List.copyOf(candidates);
    }

    public Groupe groupe() {
        return groupes.stream()
                .filter(it -> it.id().equals(affectation.groupe()))
                .findFirst()
                .orElseThrow();
    }

    /** The agent's name, or null when nobody has it in particular. */
    public @Nullable String instructeur() {
        return candidates.stream()
                .filter(it -> it.id().equals(affectation.instructeur()))
                .map(Agent::name)
                .findFirst()
                .orElse(null);
    }

    public List<Option> agents() {
        return candidates.stream().map(it -> Option.of(it.id().toString(), it.name())).toList();
    }

    /** Where else it could go. */
    public List<Option> others() {
        return groupes.stream()
                .filter(it -> it.active() && !it.id().equals(affectation.groupe()))
                .map(it -> Option.of(it.id().toString(), it.label()))
                .toList();
    }

    /** Reads it. */
    @Component
    static class Reader {

        private final Attribution attribution;
        private final GroupeStore groupes;
        private final Agents agents;

        Reader(Attribution attribution, GroupeStore groupes, Agents agents) {
            this.attribution = attribution;
            this.groupes = groupes;
            this.agents = agents;
        }

        Side of(Depose dossier, AgentId reader) {
            var affectation = attribution.of(dossier);
            return new Side(
                    affectation,
                    groupes.of(dossier.fiche().demarche()),
                    named(attribution.candidates(dossier)),
                    affectation.followers().contains(reader));
        }

        private List<Agent> named(Collection<AgentId> ids) {
            return ids.stream()
                    .flatMap(it -> agents.find(it).stream())
                    .sorted(Comparator.comparing(Agent::name))
                    .toList();
        }
    }
}
