package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Saisie;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The form as usagers will see it, with the answers that its builder tries. */
public record PreviewPage(Demarche demarche, Form form, Set<ChampId> visible) implements Page {

    public List<Champ> shown() {
        return shown(demarche.fiche().draft().champs());
    }

    public List<Champ> children(Champ block) {
        return shown(Definition.children(block));
    }

    private List<Champ> shown(List<Champ> champs) {
        return champs.stream().filter(it -> visible.contains(it.id())).toList();
    }

    /** What a list offers, « Autre » included. */
    public static List<Option> options(Frame frame, List<String> options, boolean other) {
        var offered = new ArrayList<Option>();
        options.forEach(it -> offered.add(Option.of(it, it)));
        if (other) {
            offered.add(Option.of(Saisie.OTHER, frame.t("demarches.preview.other")));
        }
        return offered;
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
