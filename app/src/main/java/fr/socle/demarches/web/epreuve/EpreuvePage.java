package fr.socle.demarches.web.epreuve;

import fr.socle.ui.Page;
import java.util.List;

/**
 * Where a tester begins.
 *
 * @param documents the labels of what is a box to tick here
 * @param known the labels of what an administration will give
 * @param most how many tests the link takes
 * @param full whether it took them all
 */
public record EpreuvePage(
        String title,
        String organisation,
        List<String> documents,
        List<String> known,
        String action,
        int most,
        boolean full)
        implements Page {

    @Override
    public int status() {
        return full ? 409 : 200;
    }
}
