package fr.socle.avis.web;

import fr.socle.avis.form.Judged;
import fr.socle.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service takes no more answers through this form; its common one is always there.
 *
 * @param sites in whose pages this one stands in a frame; null: it stands by itself
 */
public record ClosedFormPage(Judged judged, @Nullable List<String> sites) implements Page {

    public ClosedFormPage {
        sites = sites == null ? null : List.copyOf(sites);
    }

    @Override
    public int status() {
        return 410;
    }
}
