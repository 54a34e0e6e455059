package fr.socle.demarches.web.agent;

import fr.socle.demarches.liste.Etiquette;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;

/** The labels of one procedure, and one more. */
public record EtiquettesPage(String title, String path, List<Etiquette> labels, Form form)
        implements Page {

    public EtiquettesPage {
        labels = List.copyOf(labels);
    }

    /** One colour for each look that a tag has here; the API knows more. */
    public List<Option> colors(Frame frame) {
        return List.of(
                color(frame, "green_emeraude"),
                color(frame, "blue_ecume"),
                color(frame, "pink_macaron"),
                color(frame, "yellow_tournesol"),
                color(frame, "beige_gris_galet"));
    }

    private static Option color(Frame frame, String color) {
        return Option.of(color, frame.t("demarches.couleur." + new Etiquette(0, "", color).tone()));
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
