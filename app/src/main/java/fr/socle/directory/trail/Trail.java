package fr.socle.directory.trail;

import fr.socle.directory.OrganisationId;
import fr.socle.directory.store.TrailStore;
import fr.socle.directory.store.TrailStore.Line;
import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.Projection;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Each organisation's history, built from the journal. It reads the auditor's part, which has no
 * names; the page adds the names that the directory knows today. What the journal erased goes.
 */
@Component
class Trail implements Projection {

    private static final String ERASURE = "journal.effacement";
    private static final String OURS = "directory.";

    private final TrailStore store;

    Trail(TrailStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "directory.trail";
    }

    @Override
    public boolean wants(String kind) {
        return kind.startsWith(OURS);
    }

    @Override
    public void apply(List<LoggedEntry> entries) {
        entries.forEach(this::apply);
    }

    private void apply(LoggedEntry entry) {
        var content = entry.content().orElse(null);
        if (content == null) {
            store.drop(entry.index());
            return;
        }
        var facts = content.readBy(Audience.AUDITEUR);
        if (content.kind().equals(ERASURE)) {
            drop(facts);
        } else if (content.kind().startsWith(OURS)) {
            line(entry, content, facts).ifPresent(store::keep);
        }
    }

    /** One entry, or a whole month. A person's key seals nothing of ours. */
    private void drop(Map<String, Object> facts) {
        if (facts.get("index") instanceof Number erased) {
            store.drop(erased.longValue());
        } else if (facts.get("mois") instanceof String month) {
            store.dropUntil(YearMonth.parse(month));
        }
    }

    private static Optional<Line> line(
            LoggedEntry entry, LoggedEntry.Content content, Map<String, Object> facts) {
        var organisation = id(facts, Act.ORGANISATION);
        return organisation == null
                ? Optional.empty()
                : Optional.of(
                        new Line(
                                entry.index(),
                                new OrganisationId(organisation),
                                content.kind(),
                                content.writtenAt(),
                                entry.purge(),
                                id(facts, Act.ACTOR),
                                facts.getOrDefault(Act.ACTOR_KIND, "").toString(),
                                id(facts, Act.AGENT),
                                facts.getOrDefault(Act.DETAIL, "").toString()));
    }

    private static @Nullable UUID id(Map<String, Object> facts, String name) {
        return facts.get(name) instanceof String text ? UUID.fromString(text) : null;
    }
}
