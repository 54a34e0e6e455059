package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Types;
import fr.socle.ui.Page;
import java.util.List;

/** Which type of field is added? */
public record TypesPage(Demarche demarche, Place place) implements Page {

    /** In groups; what cannot stand there is left out. */
    public List<Types.Group> groups() {
        boolean inBlock = place.inBlock(demarche.fiche().draft());
        return Types.GROUPS.stream()
                .map(it -> new Types.Group(it.name(), fitting(it, inBlock)))
                .toList();
    }

    private List<String> fitting(Types.Group group, boolean inBlock) {
        return group.codes().stream()
                .filter(it -> !inBlock || !it.equals("repetition"))
                .filter(it -> place.annotation() || !it.equals("engagement-juridique"))
                .toList();
    }

    public String href(String code) {
        return BuilderDesk.base(demarche) + "/champs/nouveau?type=" + code + place.query();
    }
}
