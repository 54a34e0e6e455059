package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Types;
import fr.socle.ui.Page;
import java.util.List;

/** Which type of field is added? */
public record TypesPage(Demarche demarche, Place place) implements Page {

    public List<String> codes() {
        return place.inBlock(demarche.fiche().draft())
                ? Types.CODES.stream().filter(it -> !it.equals("repetition")).toList()
                : Types.CODES;
    }

    public String href(String code) {
        return BuilderDesk.base(demarche) + "/champs/nouveau?type=" + code + place.query();
    }
}
