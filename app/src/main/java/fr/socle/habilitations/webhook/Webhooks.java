package fr.socle.habilitations.webhook;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.store.DeliveryStore;
import fr.socle.habilitations.store.WebhookStore;
import fr.socle.habilitations.trace.WebhookEntry;
import fr.socle.house.Keyring;
import fr.socle.journal.Journal;
import fr.socle.kernel.Ids;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Connects programs to what happens to requests, and shows what they were told. */
@Component
public class Webhooks {

    /** Of one organisation. */
    private static final int MOST = 10;

    private static final int SHOWN = 100;

    private final WebhookStore store;
    private final DeliveryStore deliveries;
    private final Outside outside;
    private final Records records;

    /** What every act needs. */
    @Component
    record Records(Keyring keyring, Journal journal, Clock clock) {}

    Webhooks(WebhookStore store, DeliveryStore deliveries, Outside outside, Records records) {
        this.store = store;
        this.deliveries = deliveries;
        this.outside = outside;
        this.records = records;
    }

    /**
     * @param secret with its prefix, told once
     */
    public record Added(Webhook webhook, String secret) {

        /** Says nothing of the secret, so that no log line can carry it. */
        @Override
        public String toString() {
            return "Added[" + webhook.id() + "]";
        }
    }

    /** The oldest first. */
    public List<Webhook> of(OrganisationId organisation) {
        return store.of(organisation);
    }

    public Optional<Webhook> find(String id) {
        return Ids.parse(id).flatMap(store::find);
    }

    /** What it was told, the newest first: the last hundred of ninety days. */
    public List<Delivery> history(Webhook webhook) {
        return deliveries.of(webhook.id(), SHOWN);
    }

    /**
     * @param every whether it hears of what all other organisations request; the caller may read
     *     that
     */
    @Transactional
    public Change<Added> add(Actor actor, OrganisationId organisation, String url, boolean every) {
        var wrong = outside.wrong(url);
        if (wrong != null) {
            return Change.refused("url", wrong);
        }
        if (store.of(organisation).size() >= MOST) {
            return Change.refused("url", "habilitations.webhook.most", MOST);
        }
        var key = records.keyring().freshKey();
        var made =
                new Webhook(UUID.randomUUID(), organisation, url, every, records.clock().instant());
        store.insert(made, records.keyring().seal(Deliveries.SEAL, key));
        write(actor, made, WebhookEntry.Act.ADDED);
        var secret = Signature.PREFIX + Base64.getEncoder().encodeToString(key);
        return new Change.Done<>(new Added(made, secret));
    }

    /** Nothing more is told to it, from the next second on. */
    @Transactional
    public Change<Webhook> remove(Actor actor, Webhook webhook) {
        if (store.remove(webhook.id(), records.clock().instant())) {
            write(actor, webhook, WebhookEntry.Act.REMOVED);
        }
        return new Change.Done<>(webhook);
    }

    /** Tells it once more, under the same id. */
    @Transactional
    public Change<Webhook> replay(Actor actor, Webhook webhook, UUID delivery) {
        if (!deliveries.replay(webhook.id(), delivery, records.clock().instant())) {
            return new Change.Unknown<>();
        }
        write(actor, webhook, WebhookEntry.Act.REPLAYED);
        return new Change.Done<>(webhook);
    }

    private void write(Actor actor, Webhook webhook, WebhookEntry.Act act) {
        records.journal().append(new WebhookEntry(actor, webhook, act));
    }
}
