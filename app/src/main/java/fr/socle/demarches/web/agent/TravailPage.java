package fr.socle.demarches.web.agent;

import fr.socle.demarches.instruction.Travail;
import fr.socle.ui.Page;

/** How far an order over many dossiers has come. */
public record TravailPage(Travail travail) implements Page {

    public long treated() {
        return travail.total() - travail.todo();
    }

    public String list() {
        return "/agent/demarches/" + travail.demarche() + "/dossiers";
    }

    public String path() {
        return "/agent/travaux/" + travail.id();
    }
}
