package fr.socle.demarches.trace;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.journal.Journal;
import fr.socle.ui.access.Visitor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
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
        noted(agent, new DossierAct.Consultation(DossierAct.About.of(dossier), agent));
    }

    /**
     * Durable on return. Outside any transaction: what the caller does next must not undo it.
     *
     * @param act something that an agent sees
     */
    public void noted(Visitor.Agent agent, DossierAct act) {
        var dossier = act.about().fiche().id();
        transaction.executeWithoutResult(
                _ -> {
                    if (first(dossier, agent.agent(), act.kind().code())) {
                        journal.append(act);
                    }
                });
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
