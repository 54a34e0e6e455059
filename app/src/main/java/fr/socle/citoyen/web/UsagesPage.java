package fr.socle.citoyen.web;

import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Told;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was done with somebody's data.
 *
 * @param numbers of the dossiers that exchanges were made for, by their references
 * @param organisations those to choose from
 * @param organisation the chosen one; empty: all
 * @param family the code of the chosen family; empty: all
 */
public record UsagesPage(
        Whose whose,
        List<Told> usages,
        Map<String, String> numbers,
        Pagination pagination,
        List<String> organisations,
        String organisation,
        String family)
        implements Page {

    public Form form() {
        return Form.blank(Map.of("organisation", organisation, "sorte", family));
    }

    public List<Option> families(Frame frame) {
        return Stream.of(Family.ECHANGES, Family.DOSSIERS, Family.REFUS, Family.MOI)
                .map(it -> Option.of(it.code(), frame.t(whose.key("family." + it.code()))))
                .toList();
    }

    public List<Option> choices() {
        var choices = new ArrayList<Option>();
        organisations.forEach(it -> choices.add(Option.of(it, it)));
        return choices;
    }

    public boolean filtered() {
        return !organisation.isEmpty() || !family.isEmpty();
    }
}
