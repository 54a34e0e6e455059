package fr.socle.identity.operator.web;

import fr.socle.identity.operator.Banner;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The announcements, and the form of a new one. */
public record BannersPage(List<Banner> banners, Form form, Instant now, @Nullable String done)
        implements Page {

    public BannersPage {
        banners = List.copyOf(banners);
    }

    /** The key of the word that says where it is in its life. */
    public String stage(Banner it) {
        return "identity.banner."
                + (it.isOver(now) ? "over" : it.isShown(now) ? "shown" : "to-come");
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
