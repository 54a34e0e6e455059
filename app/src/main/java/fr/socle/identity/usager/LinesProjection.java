package fr.socle.identity.usager;

import fr.socle.identity.usager.store.LineStore;
import fr.socle.identity.usager.store.LineStore.Place;
import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.journal.LoggedEntry.OpenPart;
import fr.socle.journal.Projection;
import fr.socle.kernel.PersonRef;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes which entries tell whom of their own identity, and forgets what the journal erased. */
@Component
class LinesProjection implements Projection {

    private static final String OURS = "identity.";
    private static final String ERASURE = "journal.effacement";

    private final LineStore store;

    LinesProjection(LineStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "identity.lignes";
    }

    @Override
    public boolean wants(String kind) {
        return kind.startsWith(OURS);
    }

    @Override
    public void apply(List<LoggedEntry> entries) {
        var rows = new ArrayList<LineStore.Row>();
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

    private static List<LineStore.Row> rows(LoggedEntry entry, Content content) {
        var rows = new ArrayList<LineStore.Row>();
        for (var part : content.parts()) {
            var person = part.person();
            if (person != null && part.audiences().contains(Audience.PERSONNE)) {
                rows.add(row(entry, content, part, person));
            }
        }
        return rows;
    }

    private static LineStore.Row row(
            LoggedEntry entry, Content content, OpenPart part, PersonRef person) {
        return new LineStore.Row(
                person,
                new Place(entry.log(), entry.index()),
                content.kind(),
                content.writtenAt(),
                text(part, "client"),
                text(part, "service"),
                text(part, "fournisseur"),
                text(part, "code"),
                entry.purge(),
                part.seal());
    }

    private static String text(OpenPart part, String member) {
        return part.values().get(member) instanceof String text ? text : "";
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
