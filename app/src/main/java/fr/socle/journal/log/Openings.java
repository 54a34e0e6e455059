package fr.socle.journal.log;

import fr.socle.journal.Journal;
import fr.socle.journal.Reference;
import fr.socle.journal.store.LogStore;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitor;
import org.springframework.stereotype.Component;

/** The officer's parts are opened on a ground that is written first, durably. */
@Component
public class Openings {

    public static final int MAX_MOTIF = 300;

    private static final Right RIGHT = new Right("journal.ouvrir");

    private final Journal journal;
    private final LogStore logs;

    Openings(Journal journal, LogStore logs) {
        this.journal = journal;
        this.logs = logs;
    }

    public static boolean allowed(Visitor visitor) {
        return visitor instanceof Visitor.Agent && visitor.holds(RIGHT);
    }

    /**
     * @throws NotAllowed for who may not open
     */
    public static Visitor.Agent demand(Visitor visitor) {
        if (visitor instanceof Visitor.Agent agent && agent.holds(RIGHT)) {
            return agent;
        }
        throw new NotAllowed("open the officer's parts");
    }

    /**
     * Writes who opens which entry of the present log, and why; only then may it be shown.
     *
     * @param motif at most {@link #MAX_MOTIF} characters
     */
    public Reference open(Visitor.Agent agent, long index, String motif) {
        var log = logs.current().orElseThrow().log();
        return journal.appendAlone(
                new PartieOuverte(agent.agent(), agent.name(), log, index, motif));
    }
}
