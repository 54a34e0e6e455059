package fr.socle.demarches.groupe;

import fr.socle.directory.AgentId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has a dossier.
 *
 * @param forced whether an agent chose the group: no rule moves the dossier any more
 * @param instructeur to whom it is given, or null
 * @param followers who wants to be told what happens to it
 */
public record Affectation(
        GroupeId groupe, boolean forced, @Nullable AgentId instructeur, Set<AgentId> followers) {

    public Affectation {
        followers = Set.copyOf(followers);
    }
}
