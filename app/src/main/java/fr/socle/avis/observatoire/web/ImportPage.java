package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.listing.ListedFile;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * A file of procedures, and what it would do.
 *
 * @param report null before a file was read
 * @param text of the file, to be sent once more
 */
public record ImportPage(Form form, ListedFile.@Nullable Report report, String text)
        implements Page {

    @Override
    public int status() {
        return form.ok() && (report == null || report.sound()) ? 200 : 422;
    }
}
