package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.Imported.Remark;
import fr.socle.demarches.definition.Checker;
import fr.socle.demarches.definition.Problem;
import fr.socle.ui.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an import made, and what became something else on the way. */
public record ImportReportPage(Demarche demarche, List<Remark> all) implements Page {

    /** How many fields the draft has now. */
    public long count() {
        return demarche.fiche().draft().all().count();
    }

    /** What stands in the way of publication, each thing once. */
    public List<Problem> problems() {
        return Checker.check(demarche.fiche().draft()).stream().filter(Problem::blocking).toList();
    }

    /** The field of a problem; empty for the form. */
    public String named(Problem problem) {
        var champ = problem.champ();
        return champ == null
                ? ""
                : demarche.fiche().draft().find(champ).map(it -> it.label()).orElse("");
    }

    /** The remarks of one kind together, by kind. */
    public Map<String, List<Remark>> remarks() {
        return all.stream()
                .collect(Collectors.groupingBy(Remark::key, TreeMap::new, Collectors.toList()));
    }
}
