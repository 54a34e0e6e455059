package fr.socle.journal.log;

import fr.socle.house.HouseSettings;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.journal.JournalSettings;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.journal.format.SignedNote;
import fr.socle.journal.store.IntegrationStore;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the first log, and a new one when the database lost a part of the old one. */
@Component
public class LogOpening {

    private final LogStore logs;
    private final LogKeys keys;
    private final IntegrationStore rows;
    private final Integrator integrator;
    private final Regression regression;
    private final JournalSettings settings;
    private final HouseSettings house;

    LogOpening(
            LogStore logs,
            LogKeys keys,
            IntegrationStore rows,
            Integrator integrator,
            Regression regression,
            JournalSettings settings,
            HouseSettings house) {
        this.logs = logs;
        this.keys = keys;
        this.rows = rows;
        this.integrator = integrator;
        this.regression = regression;
        this.settings = settings;
        this.house = house;
    }

    /**
     * Opens the first log on an empty database. Two nodes may try at once: one wins, both go on
     * with it.
     */
    @Transactional
    public void openFirst() {
        if (logs.current().isEmpty()) {
            open(1);
        }
    }

    /** Whether the database holds less than was published of its log, or something else. */
    public boolean isLost() {
        return logs.current()
                .map(it -> !(regression.standing(it) instanceof Regression.Standing.Sound))
                .orElse(false);
    }

    /**
     * Opens a new log whose first entry quotes the last checkpoint that was published from the old
     * one.
     *
     * @param journal where that entry is written
     */
    @Transactional
    public LogHead openNext(Journal journal, String motif) {
        var old = logs.lock().orElseThrow();
        open(old.log() + 1);
        var quoted = regression.newest(old).map(SignedNote::write).orElse("");
        journal.append(new NouveauJournal(old.origin(), quoted, motif));
        var head = logs.lock().orElseThrow();
        rows.begin();
        integrator.integrate(head, List.of(rows.writtenHere().getFirst()), "");
        return head;
    }

    private void open(int log) {
        var signer = keys.fresh(origin(log));
        logs.open(log, signer.verifier().name(), signer.verifier(), keys.seal(signer));
    }

    private String origin(int log) {
        var base =
                Objects.requireNonNullElseGet(
                        settings.origin(),
                        () -> house.publicAddress().replaceFirst("^https?://", "") + "/journal");
        return base + "/" + log;
    }

    /** A new log continues an old one of which a part was lost. */
    record NouveauJournal(String ancien, String dernierPoint, String motif) implements Entry {

        private static final Kind KIND =
                new Kind("journal.nouveau-journal", Retention.of(java.time.Period.ofYears(100)));

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(Audience.AUDITEUR, Audience.DPO)
                            .with("ancien", ancien)
                            .with("dernier_point", dernierPoint)
                            .with("motif", motif));
        }
    }
}
