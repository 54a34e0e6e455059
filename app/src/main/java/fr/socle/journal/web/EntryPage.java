package fr.socle.journal.web;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One entry.
 *
 * @param mayOpen whether the visitor may open the parts of the data protection officer
 * @param opened those parts, once he did; null before
 * @param form the reason he typed
 */
public record EntryPage(
        EntryLine entry,
        YearMonth purge,
        boolean receipt,
        boolean mayOpen,
        @Nullable EntryLine opened,
        Form form)
        implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
