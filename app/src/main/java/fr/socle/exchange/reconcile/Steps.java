package fr.socle.exchange.reconcile;

import fr.socle.exchange.store.StepStore;
import fr.socle.exchange.store.StepStore.Step;
import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.journal.Projection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Follows in the journal how far each exchange came, so that a day's counts are those of entries,
 * and that what a node left without an end is found.
 */
@Component
class Steps implements Projection {

    private static final String ASKED = "exchange.demande";
    private static final String GRANTED = "exchange.accorde";
    private static final String ENDED = "exchange.termine";
    private static final String RECEIVED = "exchange.remis";
    private static final String REMIS = "remis";
    private static final Set<String> WANTED = Set.of(ASKED, GRANTED, ENDED, RECEIVED);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final StepStore store;
    private final Clock clock;

    Steps(StepStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exchange.steps";
    }

    @Override
    public boolean wants(String kind) {
        return WANTED.contains(kind);
    }

    @Override
    public void apply(List<LoggedEntry> entries) {
        var batch = new Batch(new HashMap<>(), new HashSet<>(), new HashSet<>());
        entries.stream().flatMap(it -> it.content().stream()).forEach(batch::note);
        store.keep(batch.steps.values(), clock.instant());
        store.end(batch.arrived, true);
        store.end(batch.over, false);
    }

    /**
     * What some entries tell together.
     *
     * @param arrived of exchanges that began before
     * @param over the same, without an answer that arrived
     */
    private record Batch(Map<UUID, Step> steps, Set<UUID> arrived, Set<UUID> over) {

        /** What was erased tells nothing; the end of what was never asked is no step. */
        void note(Content content) {
            var facts = content.readBy(Audience.AUDITEUR);
            if (facts.get("echanges") instanceof List<?> several) {
                several.forEach(it -> end(UUID.fromString(String.valueOf(it)), true));
            } else if (facts.containsKey("echange")) {
                if (content.kind().equals(ENDED)) {
                    end(id(facts, "echange"), REMIS.equals(facts.get("issue")));
                } else {
                    steps.merge(id(facts, "echange"), step(content, facts), Step::and);
                }
            }
        }

        private void end(UUID echange, boolean whole) {
            if (steps.computeIfPresent(echange, (_, it) -> it.ended(whole)) == null) {
                (whole ? arrived : over).add(echange);
            }
        }
    }

    private static Step step(Content content, Map<String, Object> facts) {
        var asked = content.kind().equals(ASKED);
        return new Step(
                id(facts, "echange"),
                LocalDate.ofInstant(content.writtenAt(), PARIS),
                id(facts, "habilitation"),
                String.valueOf(facts.get("jeu-de-donnees")),
                "automate".equals(facts.get("demandeur")),
                asked ? content.id() : null,
                asked,
                content.kind().equals(GRANTED),
                false,
                false);
    }

    private static UUID id(Map<String, Object> facts, String name) {
        return UUID.fromString(String.valueOf(facts.get(name)));
    }
}
