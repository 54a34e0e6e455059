package fr.socle.demarches.web.epreuve;

import fr.socle.demarches.web.form.Element;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.time.Instant;
import java.util.List;

/**
 * A draft while a tester fills it.
 *
 * @param path of this test
 * @param version on which the tester works
 * @param conditional whether answers make further questions appear
 * @param overtaken whether another tab was faster
 */
public record EpreuveFillPage(
        String title,
        String path,
        List<Element> elements,
        Form form,
        long version,
        Instant keptAt,
        boolean conditional,
        boolean overtaken)
        implements Page {

    @Override
    public int status() {
        if (overtaken) {
            return 409;
        }
        return form.ok() ? 200 : 422;
    }
}
