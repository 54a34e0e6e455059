package fr.socle.citoyen.entreprise.web;

import fr.socle.citoyen.entreprise.Delegation;
import fr.socle.citoyen.web.Whose;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.time.Instant;
import java.util.List;

/**
 * To whom the file of a company was opened.
 *
 * @param lines the latest first
 * @param form of a new one
 * @param ended one was just ended
 */
public record EntrepriseDelegationsPage(
        Whose.Entreprise whose, List<Delegation> lines, Form form, boolean ended, Instant now)
        implements Page {

    public EntrepriseDelegationsPage {
        lines = List.copyOf(lines);
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
