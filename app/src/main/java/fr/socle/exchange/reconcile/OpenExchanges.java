package fr.socle.exchange.reconcile;

import fr.socle.exchange.store.OpenStore;
import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.journal.Projection;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Follows in the journal which exchanges began and did not end. Most begin and end in one batch:
 * those are never written.
 */
@Component
class OpenExchanges implements Projection {

    private static final String ASKED = "exchange.demande";
    private static final String GRANTED = "exchange.accorde";
    private static final String ENDED = "exchange.termine";

    private final OpenStore store;
    private final Clock clock;

    OpenExchanges(OpenStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exchange.open";
    }

    @Override
    public boolean wants(String kind) {
        return kind.equals(ASKED) || kind.equals(GRANTED) || kind.equals(ENDED);
    }

    @Override
    public void apply(List<LoggedEntry> entries) {
        var contents =
                entries.stream()
                        .flatMap(it -> it.content().stream())
                        .filter(OpenExchanges::namesAnExchange)
                        .toList();
        var begun = ofKind(contents, ASKED);
        var ended = ofKind(contents, ENDED);
        for (var it : contents) {
            var echange = echange(it);
            switch (it.kind()) {
                case ASKED -> {
                    if (!ended.contains(echange)) {
                        store.open(echange, it.id(), clock.instant());
                    }
                }
                case GRANTED -> {
                    if (!ended.contains(echange)) {
                        store.granted(echange);
                    }
                }
                case ENDED -> {
                    if (!begun.contains(echange)) {
                        store.close(echange);
                    }
                }
                default -> {}
            }
        }
    }

    private static Set<UUID> ofKind(List<Content> contents, String kind) {
        return contents.stream()
                .filter(it -> it.kind().equals(kind))
                .map(OpenExchanges::echange)
                .collect(Collectors.toSet());
    }

    /** One that was erased, or an erasure, names none: what it told of ended long ago. */
    private static boolean namesAnExchange(Content content) {
        return content.readBy(Audience.AUDITEUR).containsKey("echange");
    }

    private static UUID echange(Content content) {
        return UUID.fromString(String.valueOf(content.readBy(Audience.AUDITEUR).get("echange")));
    }
}
