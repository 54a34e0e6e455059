package fr.socle.identity.operator.web;

import fr.socle.identity.operator.ServiceFile;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * A file of services: asked for, or read.
 *
 * @param report null before a file came
 * @param text of the file, to be sent once more
 */
public record ImportPage(Form form, ServiceFile.@Nullable Report report, String text)
        implements Page {

    @Override
    public int status() {
        return form.ok() && (report == null || report.sound()) ? 200 : 422;
    }
}
