package fr.socle.habilitations.web;

import fr.socle.habilitations.webhook.Webhook;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programs of one's organisation.
 *
 * @param reader whether they may hear of all requests
 * @param secret of the one that was just connected, told once; null otherwise
 * @param removed whether one was just disconnected
 */
public record WebhooksPage(
        List<Webhook> webhooks, boolean reader, Form form, @Nullable String secret, boolean removed)
        implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    /** Says nothing of the secret, so that no log line can carry it. */
    @Override
    public String toString() {
        return "WebhooksPage[" + webhooks.size() + "]";
    }
}
