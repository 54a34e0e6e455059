package fr.socle.exchange.desk.web;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;

/**
 * From what a new provider is described.
 *
 * @param known the data sets that come described with the house
 * @param packed the document that was given; empty before
 * @param paths of that document
 */
public record DocumentPage(Form form, List<DataSet> known, String packed, List<String> paths)
        implements Page {

    public DocumentPage {
        known = List.copyOf(known);
        paths = List.copyOf(paths);
    }

    public List<Option> choices() {
        return paths.stream().map(it -> Option.of(it, it)).toList();
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
