package fr.socle.exchange.desk.web;

import fr.socle.exchange.desk.ProviderLine;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * One data provider.
 *
 * @param done what was just done; null when nothing was
 * @param refused why it could not be done; null when it could
 */
public record ProviderPage(ProviderLine line, @Nullable String done, @Nullable Refusal refused)
        implements Page {

    @Override
    public int status() {
        return refused == null ? 200 : 422;
    }
}
