package fr.socle.habilitations.web;

import fr.socle.habilitations.webhook.Delivery;
import fr.socle.habilitations.webhook.Webhook;
import fr.socle.ui.Page;
import java.util.List;

/**
 * What a program was told.
 *
 * @param history the newest first
 * @param replayed whether something is just being told again
 */
public record WebhookPage(Webhook webhook, List<Delivery> history, boolean replayed)
        implements Page {

    /** The kind of the dot by which a delivery is shown. */
    public static String dot(Delivery it) {
        return switch (it.state()) {
            case "livree" -> "good";
            case "abandonnee" -> "bad";
            default -> "info";
        };
    }
}
