package fr.socle.demarches.depot;

import fr.socle.demarches.DossierState;
import fr.socle.demarches.DossierSummary;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.groupe.Hidden;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dossiers, many at once, without their answers. */
@Component
public class DossierLists {

    private static final String STEPS =
            """
                   ARRAY(SELECT e.event FROM demarches.etape e WHERE e.dossier = d.id ORDER BY e.rank) AS events,
                   ARRAY(SELECT e.at FROM demarches.etape e WHERE e.dossier = d.id ORDER BY e.rank) AS moments
            """;

    private final JdbcClient db;

    DossierLists(JdbcClient db) {
        this.db = db;
    }

    /** Those of one person, the latest change first. */
    public List<DossierSummary> of(PersonRef person) {
        return db.sql(
                        """
                        SELECT d.id, d.number, d.title, d.organisation_name, d.state, d.changed_at,
                        """
                                + STEPS
                                + " FROM demarches.dossier d WHERE d.person = :person"
                                + " ORDER BY d.changed_at DESC, d.id LIMIT 500")
                .param("person", person.value())
                .query(DossierLists::summary)
                .list();
    }

    /** The numbers of those that one person deposited, by the references of these dossiers. */
    Map<String, String> numbers(PersonRef person, List<DossierId> dossiers) {
        var numbers = new HashMap<String, String>();
        db.sql(
                        """
                        SELECT id, number FROM demarches.dossier
                         WHERE id = ANY (:dossiers) AND person = :person AND number IS NOT NULL
                        """)
                .param("dossiers", dossiers.stream().map(DossierId::value).toArray(UUID[]::new))
                .param("person", person.value())
                .query(
                        row -> {
                            numbers.put(
                                    new DossierId(row.getObject("id", UUID.class)).reference(),
                                    new NumeroPublic(row.getString("number")).formatted());
                        });
        return numbers;
    }

    /** The drafts of one person for one procedure, the latest first. */
    public List<DossierId> drafts(PersonRef person, UUID demarche) {
        return db.sql(
                        """
                        SELECT id FROM demarches.dossier
                         WHERE person = :person AND demarche = :demarche AND state = 'brouillon'
                         ORDER BY changed_at DESC LIMIT 20
                        """)
                .param("person", person.value())
                .param("demarche", demarche)
                .query((row, _) -> new DossierId(row.getObject("id", UUID.class)))
                .list();
    }

    /**
     * A line of an agent's list.
     *
     * @param awaited whether the usager has something to correct
     */
    public record Line(
            DossierId id,
            String number,
            String applicant,
            String title,
            DossierState state,
            boolean awaited,
            Instant depositedAt) {}

    /**
     * Which deposited dossiers an agent wants to see.
     *
     * @param hidden what of his services other groups have
     * @param state null: all
     * @param demarche null: all
     */
    public record Wanted(
            List<ServiceId> services,
            Hidden hidden,
            @Nullable DossierState state,
            @Nullable UUID demarche) {}

    /** The oldest deposit first: who waits longest is served first. */
    public List<Line> inbox(Wanted wanted, int limit, long offset) {
        return wanted(
                        """
                        SELECT id, number, applicant, title, state, correction IS NOT NULL AS awaited, deposited_at
                          FROM demarches.dossier
                         WHERE state <> 'brouillon' AND services && :services
                           AND (:state::text IS NULL OR state = :state)
                           AND (:demarche::uuid IS NULL OR demarche = :demarche)
                        """
                                + Hidden.SQL
                                + " ORDER BY deposited_at, id LIMIT :limit OFFSET :offset",
                        wanted)
                .param("limit", limit)
                .param("offset", offset)
                .query(DossierLists::line)
                .list();
    }

    public long count(Wanted wanted) {
        return wanted(
                        """
                        SELECT count(*) FROM demarches.dossier
                         WHERE state <> 'brouillon' AND services && :services
                           AND (:state::text IS NULL OR state = :state)
                           AND (:demarche::uuid IS NULL OR demarche = :demarche)
                        """
                                + Hidden.SQL,
                        wanted)
                .query(Long.class)
                .single();
    }

    /** A procedure of which these services have dossiers. */
    public record Subject(UUID demarche, String title) {}

    public List<Subject> subjects(List<ServiceId> services) {
        return db.sql(
                        """
                        SELECT demarche, max(title) AS title FROM demarches.dossier
                         WHERE state <> 'brouillon' AND services && :services
                         GROUP BY demarche ORDER BY 2, 1 LIMIT 200
                        """)
                .param("services", values(services))
                .query(
                        (row, _) ->
                                new Subject(
                                        row.getObject("demarche", UUID.class),
                                        row.getString("title")))
                .list();
    }

    /** The dossier of this number, if it was deposited at this organisation. */
    public Optional<DossierId> byNumber(NumeroPublic number, OrganisationId organisation) {
        return db.sql(
                        """
                        SELECT id FROM demarches.dossier WHERE number = :number AND organisation = :organisation
                        """)
                .param("number", number.value())
                .param("organisation", organisation.value())
                .query((row, _) -> new DossierId(row.getObject("id", UUID.class)))
                .optional();
    }

    private JdbcClient.StatementSpec wanted(String sql, Wanted wanted) {
        var state = wanted.state();
        return db.sql(sql)
                .param("services", values(wanted.services()))
                .param("hiddenGroups", wanted.hidden().hiddenGroups())
                .param("hiddenDefaults", wanted.hidden().hiddenDefaults())
                .param("state", state == null ? null : DossierRows.codeOf(state), Types.VARCHAR)
                .param("demarche", wanted.demarche(), Types.OTHER);
    }

    private static UUID[] values(List<ServiceId> services) {
        return services.stream().map(ServiceId::value).toArray(UUID[]::new);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                new DossierId(row.getObject("id", UUID.class)),
                new NumeroPublic(row.getString("number")).formatted(),
                row.getString("applicant"),
                row.getString("title"),
                DossierRows.state(row.getString("state")),
                row.getBoolean("awaited"),
                DossierRows.instant(row, "deposited_at"));
    }

    private static DossierSummary summary(ResultSet row, int line) throws SQLException {
        var number = row.getString("number");
        return new DossierSummary(
                number == null ? "" : new NumeroPublic(number).formatted(),
                "/mes-dossiers/" + row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("organisation_name"),
                DossierRows.state(row.getString("state")),
                DossierRows.instant(row, "changed_at"),
                steps(row));
    }

    private static List<DossierSummary.Step> steps(ResultSet row) throws SQLException {
        var events = (String[]) row.getArray("events").getArray();
        var moments = (Timestamp[]) row.getArray("moments").getArray();
        var steps = new ArrayList<DossierSummary.Step>();
        for (int i = 0; i < events.length; i++) {
            var label = Etape.Event.of(events[i]).label();
            steps.add(new DossierSummary.Step(label, moments[i].toInstant()));
        }
        return steps;
    }
}
