package fr.socle.citoyen.desk;

import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;
import java.util.Map;

/**
 * Which organisation answers for what each provider gives.
 *
 * @param done whether one was just set
 */
public record RepondantsPage(
        List<DataSet> sets,
        Map<String, OrganisationId> repondants,
        List<Organisation> organisations,
        boolean done)
        implements Page {

    /** The name of a set's field: no two of a page are the same. */
    public static String field(String dataSet) {
        return "repondant-" + dataSet;
    }

    /** As it is set now. */
    public Form form(DataSet set) {
        var present = repondants.get(set.code());
        return Form.blank(Map.of(field(set.code()), present == null ? "" : present.toString()));
    }

    public List<Option> choices() {
        return organisations.stream().map(it -> Option.of(it.id().toString(), it.name())).toList();
    }
}
