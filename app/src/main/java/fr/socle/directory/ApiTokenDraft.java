package fr.socle.directory;

import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A token to make.
 *
 * @param rights codes of rights that it will hold everywhere
 */
public record ApiTokenDraft(String label, List<String> rights, Duration life) {

    /** A year: a program that is forgotten loses its access. */
    public static final long DAYS_MAX = 366;

    private static final int LABEL_MAX = 120;

    public ApiTokenDraft {
        rights = List.copyOf(rights);
    }

    /** Reads {@code label}, {@code rights} and {@code days}; empty when one is wrong. */
    public static Optional<ApiTokenDraft> read(Form form, Collection<String> grantable) {
        var label = form.required("label", LABEL_MAX);
        var rights = form.readAll("rights", grantable);
        if (rights.isEmpty() && form.error("rights").isEmpty()) {
            form.reject("rights", Refusal.of("directory.token.rights"));
        }
        var days = form.read("days", Reading.whole(1, DAYS_MAX));
        return form.ok()
                ? Optional.of(new ApiTokenDraft(label, rights, Duration.ofDays(days.orElseThrow())))
                : Optional.empty();
    }
}
