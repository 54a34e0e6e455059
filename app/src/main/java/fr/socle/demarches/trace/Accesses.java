package fr.socle.demarches.trace;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.ui.access.Visitor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an agent sees of a dossier, in the journal before he sees it: one entry for each dossier and
 * act. Whoever does the same again soon after adds to a count, not a line.
 */
@Component
public class Accesses {

    /** How long an entry covers the same act of the same agent. */
    public static final Duration SAME = Duration.ofMinutes(30);

    private final JdbcClient db;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Accesses(JdbcClient db, Journal journal, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** He opens it. Durable on return. */
    public void opened(Depose dossier, Visitor.Agent agent) {
        noted(List.of(new DossierAct.Consultation(DossierAct.About.of(dossier), agent)));
    }

    /** He sees answers of them in a list. Durable on return. */
    public void listed(List<Depose> dossiers, Visitor.Agent agent) {
        noted(
                dossiers.stream()
                        .map(it -> new DossierAct.ListConsultation(DossierAct.About.of(it), agent))
                        .toList());
    }

    /**
     * Somebody whom its usager invited does this with a draft. Durable on return.
     *
     * @param who does it
     */
    public void shared(Entry act, DossierId dossier, UUID who) {
        transaction.executeWithoutResult(
                _ -> {
                    if (first(dossier, who, act.kind().code())) {
                        journal.append(act);
                    }
                });
    }

    /**
     * Durable on return, together. Outside any transaction: what the caller does next must not undo
     * it.
     *
     * @param acts things that an agent sees
     */
    private void noted(List<? extends DossierAct.ByAgent> acts) {
        transaction.executeWithoutResult(
                _ -> acts.stream().filter(this::first).forEach(journal::append));
    }

    private boolean first(DossierAct.ByAgent act) {
        return first(act.about().fiche().id(), act.agent().agent(), act.kind().code());
    }

    private boolean first(DossierId dossier, UUID agent, String act) {
        var now = clock.instant();
        return db.sql(
                        """
                        INSERT INTO demarches.acces AS a (dossier, agent, act, since, times)
                        VALUES (:dossier, :agent, :act, :now, 1)
                        ON CONFLICT (dossier, agent, act) DO UPDATE
                           SET times = CASE WHEN a.since > :limit THEN a.times + 1 ELSE 1 END,
                               since = CASE WHEN a.since > :limit THEN a.since ELSE :now END
                        RETURNING times = 1
                        """)
                .param("dossier", dossier.value())
                .param("agent", agent)
                .param("act", act)
                .param("now", Timestamp.from(now))
                .param("limit", Timestamp.from(now.minus(SAME)))
                .query(Boolean.class)
                .single();
    }
}
