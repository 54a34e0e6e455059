package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.Imported;
import fr.socle.demarches.builder.Imported.Remark;
import fr.socle.ui.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an import made, and what became something else on the way: told once. */
public record ImportReportPage(Demarche demarche, Imported imported) implements Page {

    public long count() {
        return imported.definition().all().count();
    }

    /** The remarks of one kind together, by kind. */
    public Map<String, List<Remark>> remarks() {
        return imported.remarks().stream()
                .collect(Collectors.groupingBy(Remark::key, TreeMap::new, Collectors.toList()));
    }

    @Override
    public int status() {
        return 201;
    }
}
