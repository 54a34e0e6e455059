package fr.socle.identity.operator.web;

import fr.socle.identity.broker.ProviderTrial;
import fr.socle.identity.operator.ProviderLine;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One provider.
 *
 * @param trial what was found there just now; empty when it was not asked
 */
public record ProviderPage(
        ProviderLine provider,
        Form form,
        boolean stale,
        List<ProviderTrial.Line> trial,
        @Nullable String done)
        implements Page {

    public ProviderPage {
        trial = List.copyOf(trial);
    }

    public long version() {
        return stale || form.version() < 0 ? provider.version() : form.version();
    }

    /** The kind of tag for a line of the trial. */
    public static String kind(ProviderTrial.Verdict verdict) {
        return switch (verdict) {
            case GOOD -> "good";
            case WARN -> "warn";
            case BAD -> "bad";
        };
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
