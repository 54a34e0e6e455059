package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.groupe.Groupe;
import fr.socle.directory.AgentId;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The groups of a procedure, in the order in which their rules are tried.
 *
 * @param names of the agents who may belong to one
 */
public record GroupesPage(
        Demarche demarche, List<Groupe> groupes, Map<AgentId, String> names, Form form)
        implements Page {

    public GroupesPage {
        groupes = List.copyOf(groupes);
        names = Map.copyOf(names);
    }

    public String base() {
        return GroupesController.base(demarche);
    }

    public List<String> agents(Groupe groupe) {
        return groupe.agents().stream().map(names::get).filter(Objects::nonNull).sorted().toList();
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
