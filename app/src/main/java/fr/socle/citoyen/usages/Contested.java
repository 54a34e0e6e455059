package fr.socle.citoyen.usages;

import fr.socle.citoyen.store.UsageStore.Exchange;
import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.kernel.Ids;
import java.util.Optional;

/** Reads of an entry by which data was obtained what contesting it needs. */
final class Contested {

    private static final String GRANTED = "exchange.accorde";

    private Contested() {}

    /** Empty when it brought no data, or does not say to whom. */
    static Optional<Exchange> exchange(Content content) {
        if (!content.kind().equals(GRANTED)) {
            return Optional.empty();
        }
        var facts = content.readBy(Audience.CONSOMMATEUR);
        return facts.get("organisation") instanceof String id
                        && facts.get("jeu-de-donnees") instanceof String set
                ? Ids.parse(id).map(it -> new Exchange(content.id(), it, set))
                : Optional.empty();
    }
}
