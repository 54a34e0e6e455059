package fr.socle.avis.web;

import fr.socle.avis.Split;
import fr.socle.avis.form.Judged;
import fr.socle.avis.form.ServiceForm;
import fr.socle.avis.form.Template;
import fr.socle.avis.score.Deltas;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The forms of a service, and what was said through each.
 *
 * @param form by which one more is made
 */
public record FormsPage(Judged judged, List<ServiceForm> forms, Map<UUID, Split> said, Form form)
        implements Page {

    public FormsPage {
        forms = List.copyOf(forms);
        said = Map.copyOf(said);
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public String path() {
        return "/agent/avis/" + judged.id() + "/formulaires";
    }

    /** How many opinions came through the form that every service has. */
    public long common() {
        return opinions(Deltas.COMMON_FORM);
    }

    public long opinions(UUID form) {
        return said.getOrDefault(form, Split.NONE).all().opinions();
    }

    public Split said(UUID form) {
        return said.getOrDefault(form, Split.NONE);
    }

    public static List<Option> templates(Frame frame) {
        return Arrays.stream(Template.values())
                .map(
                        it ->
                                new Option(
                                        it.code(),
                                        frame.t("avis.modele." + it.code()),
                                        frame.t("avis.modele." + it.code() + ".what")))
                .toList();
    }
}
