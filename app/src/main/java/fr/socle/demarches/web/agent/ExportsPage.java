package fr.socle.demarches.web.agent;

import fr.socle.demarches.export.Export;
import fr.socle.demarches.export.Exports;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;
import java.util.Map;

/**
 * The form that asks for a list as a file, and the agent's exports of the procedure.
 *
 * @param path of the list, without what is asked
 * @param form what the address says; a word in it that means nothing is an error
 */
public record ExportsPage(
        String title, String path, ListeAsked list, Form form, List<Export> exports)
        implements Page {

    public ExportsPage {
        exports = List.copyOf(exports);
    }

    public String back() {
        return path + "?" + list.query();
    }

    public String action() {
        return path.replaceFirst("/dossiers$", "/exports") + "?" + list.query();
    }

    public int most() {
        return Exports.MOST;
    }

    /** With every answer at first: who wants fewer says so. */
    public Form choice() {
        return form.typed("reponses").isEmpty()
                ? Form.blank(Map.of("reponses", ExportController.ALL))
                : form;
    }

    public List<Option> answers(Frame frame) {
        return List.of(
                Option.of(ExportController.ALL, frame.t("demarches.export.answers.all")),
                Option.of(
                        ExportController.SHOWN,
                        frame.t("demarches.export.answers.shown", list.shown().size())));
    }

    public String href(Export export) {
        return ExportPage.path(export.id());
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
