package fr.socle.demarches.graphql.read;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.graphql.token.Jeton;
import fr.socle.demarches.trace.DossierAct;
import fr.socle.directory.Agent;
import fr.socle.directory.Directory;
import fr.socle.journal.Journal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What programs read of dossiers, in the journal before it leaves: one entry for each dossier. The
 * same token that reads again soon after adds to a count, not a line.
 */
@Component
public class Accesses {

    /** How long an entry covers what the same token reads again. */
    static final Duration SAME = Duration.ofMinutes(30);

    private final JdbcClient db;
    private final Journal journal;
    private final Directory directory;
    private final Clock clock;

    Accesses(JdbcClient db, Journal journal, Directory directory, Clock clock) {
        this.db = db;
        this.journal = journal;
        this.directory = directory;
        this.clock = clock;
    }

    /** Durable on return, all or none: then nothing may be released. */
    @Transactional
    public void read(Jeton jeton, Collection<Depose> dossiers) {
        var first = first(jeton, dossiers.stream().map(Depose::id).toList());
        if (first.isEmpty()) {
            return;
        }
        var maker = directory.agent(jeton.agent()).map(Agent::name).orElse("");
        for (var dossier : dossiers) {
            if (first.contains(dossier.id())) {
                journal.append(
                        new DossierAct.ApiRead(
                                DossierAct.About.of(dossier), jeton.id(), jeton.label(), maker));
            }
        }
    }

    /** In the order of the ids, so that two calls that read the same do not wait for each other. */
    private Set<DossierId> first(Jeton jeton, Collection<DossierId> ids) {
        var now = clock.instant();
        var first = new HashSet<DossierId>();
        db.sql(
                        """
                                INSERT INTO demarches.jeton_acces AS a (dossier, jeton, since, times)
                                SELECT d.id, :jeton, :now, 1
                                  FROM demarches.dossier d WHERE d.id = ANY(:ids) ORDER BY d.id
                                ON CONFLICT (dossier, jeton) DO UPDATE
                                   SET times = CASE WHEN a.since > :limit THEN a.times + 1 ELSE 1 END,
                                       since = CASE WHEN a.since > :limit THEN a.since ELSE :now END
                                RETURNING dossier, times
                                """)
                .param("jeton", jeton.id())
                .param("now", Timestamp.from(now))
                .param("limit", Timestamp.from(now.minus(SAME)))
                .param("ids", ids.stream().map(DossierId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            if (row.getInt("times") == 1) {
                                first.add(new DossierId(row.getObject("dossier", UUID.class)));
                            }
                        });
        return first;
    }
}
