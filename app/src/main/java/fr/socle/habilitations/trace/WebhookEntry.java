package fr.socle.habilitations.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;

import fr.socle.directory.Actor;
import fr.socle.habilitations.webhook.Webhook;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.net.URI;
import java.time.Period;
import java.util.List;

/** Somebody connected a program, disconnected it, or had something told to it again. */
public record WebhookEntry(Actor actor, Webhook webhook, Act act) implements Entry {

    /** What was done. */
    public enum Act {
        ADDED("habilitations.webhook"),
        REMOVED("habilitations.webhook-retire"),
        REPLAYED("habilitations.webhook-rejeu");

        private final Kind kind;

        Act(String code) {
            this.kind = new Kind(code, Retention.of(Period.ofYears(3)));
        }
    }

    @Override
    public Kind kind() {
        return act.kind;
    }

    /** The path of an address may be a secret: only its machine is written. */
    @Override
    public List<Part> parts() {
        var facts =
                Part.readBy(AUDITEUR, DPO)
                        .with("webhook", webhook.id().toString())
                        .with("organisation", webhook.organisation().toString())
                        .with("machine", String.valueOf(URI.create(webhook.url()).getHost()))
                        .with("toutes-les-demandes", webhook.every());
        return List.of(facts, Who.part(actor));
    }
}
