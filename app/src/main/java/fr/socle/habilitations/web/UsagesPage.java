package fr.socle.habilitations.web;

import fr.socle.habilitations.demande.Usages;
import fr.socle.habilitations.demande.Usages.Usage;
import fr.socle.ui.Page;
import java.util.List;

/** What most organisations request, ready to be completed. */
public record UsagesPage(List<Usage> usages) implements Page {

    static UsagesPage whole() {
        return new UsagesPage(Usages.all());
    }
}
