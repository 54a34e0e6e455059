package fr.socle.demarches.trace;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.ui.access.Visitor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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

    /** An expert whom the service asked opens it. Durable on return. */
    public void consulted(ExpertAct consultation) {
        noted(List.of(consultation));
    }

    /** He sees them in a list, with the names of their applicants. Durable on return. */
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
                    if (!first(List.of(dossier.value()), who, act.kind().code()).isEmpty()) {
                        journal.append(act);
                    }
                });
    }

    /**
     * They go into a file that he ordered. Durable with the caller's transaction, which keeps the
     * lines of the file too.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void exported(List<Depose> dossiers, Visitor.Agent agent) {
        noted(
                dossiers.stream()
                        .map(it -> new DossierAct.Exported(DossierAct.About.of(it), agent))
                        .toList());
    }

    /**
     * Durable on return, together. Outside any transaction: what the caller does next must not undo
     * it.
     *
     * @param acts of one kind, of one agent, each of another dossier
     */
    private void noted(List<? extends DossierAct.ByAgent> acts) {
        transaction.executeWithoutResult(
                _ -> {
                    var first = first(acts);
                    acts.stream()
                            .filter(it -> first.contains(it.about().fiche().id().value()))
                            .forEach(journal::append);
                });
    }

    /** The dossiers of which no entry tells yet, in one statement. */
    private Set<UUID> first(List<? extends DossierAct.ByAgent> acts) {
        if (acts.isEmpty()) {
            return Set.of();
        }
        var dossiers =
                acts.stream()
                        .map(it -> it.about().fiche().id().value())
                        // in one order, so that two pages never wait for each other
                        .sorted(Comparator.comparing(UUID::toString))
                        .toList();
        return first(dossiers, acts.getFirst().agent().agent(), acts.getFirst().kind().code());
    }

    private Set<UUID> first(List<UUID> dossiers, UUID who, String act) {
        var now = clock.instant();
        return Set.copyOf(
                db.sql(
                                """
                                WITH seen AS (
                                    INSERT INTO demarches.acces AS a (dossier, agent, act, since, times)
                                    SELECT d, :agent, :act, :now, 1 FROM unnest(:dossiers::uuid[]) AS d
                                    ON CONFLICT (dossier, agent, act) DO UPDATE
                                       SET times = CASE WHEN a.since > :limit THEN a.times + 1 ELSE 1 END,
                                           since = CASE WHEN a.since > :limit THEN a.since ELSE :now END
                                    RETURNING dossier, times)
                                SELECT dossier FROM seen WHERE times = 1
                                """)
                        .param("dossiers", dossiers.toArray(UUID[]::new))
                        .param("agent", who)
                        .param("act", act)
                        .param("now", Timestamp.from(now))
                        .param("limit", Timestamp.from(now.minus(SAME)))
                        .query(UUID.class)
                        .list());
    }
}
