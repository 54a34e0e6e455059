package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.ui.Page;
import java.util.List;

/** The procedures that an organisation builds. */
public record DemarchesPage(List<Demarche> demarches) implements Page {

    public static String href(Demarche demarche) {
        return BuilderDesk.base(demarche);
    }
}
