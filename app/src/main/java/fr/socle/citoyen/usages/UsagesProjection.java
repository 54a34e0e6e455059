package fr.socle.citoyen.usages;

import fr.socle.citoyen.store.UsageStore;
import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.journal.LoggedEntry.OpenPart;
import fr.socle.journal.Projection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes which entries concern whom, and forgets what the journal erased. */
@Component
class UsagesProjection implements Projection {

    private static final String ERASURE = "journal.effacement";

    private final UsageStore store;
    private final SameRefusal refusals;

    UsagesProjection(UsageStore store, SameRefusal refusals) {
        this.store = store;
        this.refusals = refusals;
    }

    @Override
    public String name() {
        return "citoyen.usages";
    }

    @Override
    public void apply(List<LoggedEntry> entries) {
        var rows = new ArrayList<UsageStore.Row>();
        for (var entry : entries) {
            var content = entry.content().orElse(null);
            if (content != null && !content.kind().equals(ERASURE)) {
                rows.addAll(rows(entry, content));
            } else {
                // because it may erase what came before it, and that must be there by then
                store.keep(rows);
                rows.clear();
                forget(entry, content);
            }
        }
        store.keep(rows);
    }

    private void forget(LoggedEntry entry, @Nullable Content content) {
        if (content == null) {
            store.drop(new Place(entry.log(), entry.index()));
        } else {
            forget(content.readBy(Audience.AUDITEUR));
        }
    }

    private List<UsageStore.Row> rows(LoggedEntry entry, Content content) {
        var rows = new ArrayList<UsageStore.Row>();
        var exchange = Contested.exchange(content).orElse(null);
        for (var part : content.parts()) {
            var person = part.person();
            if (person != null && part.audiences().contains(Audience.PERSONNE)) {
                rows.add(
                        new UsageStore.Row(
                                person,
                                new Place(entry.log(), entry.index()),
                                content.kind(),
                                content.writtenAt(),
                                organisation(part),
                                entry.purge(),
                                part.seal(),
                                exchange,
                                refusals.mark(content.kind(), part)));
            }
        }
        return rows;
    }

    private static String organisation(OpenPart part) {
        return part.values().get("organisation") instanceof String name ? name : "";
    }

    /** One entry, all that a key sealed, or a whole month: as the journal says it. */
    private void forget(Map<String, Object> facts) {
        if (facts.get("cle") instanceof Number seal) {
            store.dropSealed(seal.longValue());
        } else if (facts.get("mois") instanceof String month) {
            store.dropUntil(YearMonth.parse(month));
        } else if (facts.get("journal") instanceof Number log
                && facts.get("index") instanceof Number index) {
            store.drop(new Place(log.intValue(), index.longValue()));
        }
    }
}
