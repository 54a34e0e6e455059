package fr.socle.exchange.reconcile;

import fr.socle.exchange.store.StepStore;
import fr.socle.exchange.store.StepStore.Step;
import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.journal.Projection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Follows in the journal how far each exchange came, so that a day's counts are those of entries.
 */
@Component
class Steps implements Projection {

    private static final String ASKED = "exchange.demande";
    private static final String GRANTED = "exchange.accorde";
    private static final String ENDED = "exchange.termine";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final StepStore store;

    Steps(StepStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "exchange.steps";
    }

    @Override
    public boolean wants(String kind) {
        return kind.equals(ASKED) || kind.equals(GRANTED) || kind.equals(ENDED);
    }

    @Override
    public void apply(List<LoggedEntry> entries) {
        var steps = new HashMap<UUID, Step>();
        entries.stream()
                .flatMap(it -> it.content().stream())
                .forEach(it -> note(steps, it, it.readBy(Audience.AUDITEUR)));
        store.keep(steps.values());
    }

    /** What was erased tells nothing; what did not arrive is no step. */
    private static void note(Map<UUID, Step> steps, Content content, Map<String, Object> facts) {
        var ended = content.kind().equals(ENDED);
        if (facts.containsKey("echange") && (!ended || "remis".equals(facts.get("issue")))) {
            steps.merge(id(facts, "echange"), step(content, facts), Step::and);
        }
    }

    private static Step step(Content content, Map<String, Object> facts) {
        return new Step(
                id(facts, "echange"),
                LocalDate.ofInstant(content.writtenAt(), PARIS),
                id(facts, "habilitation"),
                String.valueOf(facts.get("jeu-de-donnees")),
                "automate".equals(facts.get("demandeur")),
                content.kind().equals(ASKED),
                content.kind().equals(GRANTED),
                content.kind().equals(ENDED));
    }

    private static UUID id(Map<String, Object> facts, String name) {
        return UUID.fromString(String.valueOf(facts.get(name)));
    }
}
