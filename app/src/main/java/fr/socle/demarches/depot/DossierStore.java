package fr.socle.demarches.depot;

import fr.socle.demarches.dossier.Correction;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.Dossier.EnInstruction;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.dossier.ReponsesJson;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.PersonRef;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Dossiers, one by one. A writer names the version that he saw; lists are {@link DossierLists}. */
@Component
public class DossierStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    DossierStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Stored> find(DossierId id) {
        return db.sql(DossierRows.COLUMNS + " WHERE id = :id")
                .param("id", id.value())
                .query(DossierRows::stored)
                .optional();
    }

    /** The dossier, if it is this person's. */
    public Optional<Stored> find(DossierId id, PersonRef owner) {
        return db.sql(DossierRows.COLUMNS + " WHERE id = :id AND person = :person")
                .param("id", id.value())
                .param("person", owner.value())
                .query(DossierRows::stored)
                .optional();
    }

    /** The same, with whether there is anything to read beside it. */
    public Optional<Followed> followed(DossierId id, PersonRef owner) {
        return db.sql(DossierRows.FOLLOWED + " WHERE id = :id AND person = :person")
                .param("id", id.value())
                .param("person", owner.value())
                .query(DossierRows::followed)
                .optional();
    }

    /** Those that are there, by their ids, in one statement. */
    public Map<DossierId, Stored> find(Collection<DossierId> ids) {
        var found = new HashMap<DossierId, Stored>();
        db.sql(DossierRows.COLUMNS + " WHERE id = ANY(:ids)")
                .param("ids", ids.stream().map(DossierId::value).toArray(UUID[]::new))
                .query(DossierRows::stored)
                .list()
                .forEach(it -> found.put(it.dossier().id(), it));
        return found;
    }

    /** Those of these that were deposited, in no order. */
    public List<Depose> deposited(Collection<DossierId> ids) {
        return db
                .sql(DossierRows.COLUMNS + " WHERE id = ANY (:ids)")
                .param("ids", ids.stream().map(DossierId::value).toArray(UUID[]::new))
                .query(DossierRows::stored)
                .list()
                .stream()
                .map(Stored::dossier)
                .flatMap(
                        it ->
                                it instanceof Depose deposited
                                        ? Stream.of(deposited)
                                        : Stream.empty())
                .toList();
    }

    /** The person's dossiers into which this exchange brought an answer, kept for the caller. */
    List<Stored> lockFedBy(PersonRef person, String reference) {
        return db.sql(
                        DossierRows.COLUMNS
                                + """
                                 WHERE person = :person
                                   AND (jsonb_path_exists(reponses, :path::jsonpath, :vars::jsonb)
                                        OR jsonb_path_exists(reprise, :path::jsonpath, :vars::jsonb))
                                 ORDER BY id FOR UPDATE
                                """)
                .param("person", person.value())
                .param("path", "$.provenances.*.reference ? (@ == $wanted)")
                .param("vars", JSON.writeValueAsString(Map.of("wanted", reference)))
                .query(DossierRows::stored)
                .list();
    }

    /** What the person never deposited. */
    List<Stored> drafts(PersonRef person) {
        return db.sql(DossierRows.COLUMNS + " WHERE person = :person AND state = 'brouillon'")
                .param("person", person.value())
                .query(DossierRows::stored)
                .list();
    }

    /** Whether this button of this person already started a dossier. */
    public Optional<DossierId> startedBy(PersonRef person, UUID token) {
        return db.sql(
                        """
                        SELECT id FROM demarches.dossier WHERE person = :person AND start_token = :token
                        """)
                .param("person", person.value())
                .param("token", token)
                .query(UUID.class)
                .optional()
                .map(DossierId::new);
    }

    /** False when this button already started one: of two clicks at once the second waits here. */
    public boolean insert(Dossier.Brouillon draft, UUID token) {
        var fiche = draft.fiche();
        return db.sql(
                                """
                                INSERT INTO demarches.dossier
                                    (id, demarche, revision, organisation, services, title, organisation_name,
                                     service_name, retention_months, person, applicant, email, language,
                                     start_token, state, reponses, started_at, changed_at)
                                VALUES (:id, :demarche, :revision, :organisation, :services, :title, :organisationName,
                                     :serviceName, :months, :person, :applicant, :email, :language,
                                     :token, 'brouillon', :reponses::jsonb, :now, :now)
                                ON CONFLICT (person, start_token) DO NOTHING
                                """)
                        .params(DossierRows.facts(fiche))
                        .param("token", token)
                        .param("reponses", ReponsesJson.write(draft.reponses()))
                        .param("now", Timestamp.from(fiche.startedAt()))
                        .update()
                == 1;
    }

    /**
     * Where lists need not change with it.
     *
     * @return false when the dossier is not at this version any more, or has gone
     */
    public boolean update(Dossier dossier, long version, Instant now) {
        return write(dossier, version, now, false);
    }

    /** The draft under another usager; what was kept beside it for the one before goes. */
    boolean cede(Dossier.Brouillon after, long version, Instant now) {
        return db.sql(
                                """
                                WITH given AS (
                                    UPDATE demarches.dossier
                                       SET person = :person, applicant = :applicant, email = :email, language = :language,
                                           start_token = gen_random_uuid(), revision = :revision,
                                           reponses = :reponses::jsonb, changed_at = :now, version = version + 1
                                     WHERE id = :id AND version = :version AND state = 'brouillon' RETURNING id),
                                     e AS (DELETE FROM demarches.reponse_ecartee USING given WHERE dossier = given.id),
                                     r AS (DELETE FROM demarches.reprise USING given WHERE dossier = given.id)
                                SELECT count(*) FROM given
                                """)
                        .params(DossierRows.facts(after.fiche()))
                        .param("reponses", ReponsesJson.write(after.reponses()))
                        .param("version", version)
                        .param("now", Timestamp.from(now))
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** As {@link #update}; the caller writes what lists read in the same transaction. */
    boolean updateListed(Depose dossier, long version, Instant now) {
        return write(dossier, version, now, true);
    }

    private boolean write(Dossier dossier, long version, Instant now, boolean listed) {
        return db.sql(
                                """
                                UPDATE demarches.dossier
                                   SET state = :state, number = :number, reponses = :reponses::jsonb,
                                       reprise = :reprise::jsonb, correction = :correction, correction_reason = :correctionReason, correction_at = :correctionAt,
                                       deposited_at = :depositedAt, instructed_at = coalesce(:instructedAt, instructed_at),
                                       motivation = :motivation, decided_at = :decidedAt, expires_at = :expiresAt,
                                       listed = listed OR :listed, email = :email, changed_at = :now, version = version + 1
                                 WHERE id = :id AND version = :version
                                """)
                        .params(moving(dossier))
                        .param("listed", listed)
                        .param("id", dossier.id().value())
                        .param("version", version)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The dossier that people know by this number. */
    public Optional<DossierId> idOf(NumeroPublic number) {
        return db.sql("SELECT id FROM demarches.dossier WHERE number = :number")
                .param("number", number.value())
                .query(UUID.class)
                .optional()
                .map(DossierId::new);
    }

    /** Whether another dossier bears this number. */
    public boolean taken(NumeroPublic number) {
        return db.sql("SELECT EXISTS (SELECT 1 FROM demarches.dossier WHERE number = :number)")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    public void add(DossierId id, Etape etape) {
        db.sql(
                        """
                        INSERT INTO demarches.etape (dossier, event, message, at)
                        VALUES (:dossier, :event, :message, :at)
                        """)
                .param("dossier", id.value())
                .param("event", etape.event().code())
                .param("message", etape.message().isEmpty() ? null : etape.message(), Types.VARCHAR)
                .param("at", Timestamp.from(etape.at()))
                .update();
    }

    /** What happened, the oldest first. */
    public List<Etape> etapes(DossierId id) {
        return db.sql(
                        """
                        SELECT event, coalesce(message, '') AS message, at
                          FROM demarches.etape WHERE dossier = :dossier ORDER BY rank
                        """)
                .param("dossier", id.value())
                .query(DossierRows::etape)
                .list();
    }

    /** What happened to each of these, the oldest first, in one statement. */
    public Map<DossierId, List<Etape>> etapes(Collection<DossierId> ids) {
        var found = new HashMap<DossierId, List<Etape>>();
        db.sql(
                        """
                        SELECT dossier, event, coalesce(message, '') AS message, at
                          FROM demarches.etape WHERE dossier = ANY(:ids) ORDER BY dossier, rank
                        """)
                .param("ids", ids.stream().map(DossierId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            var id = new DossierId(row.getObject("dossier", UUID.class));
                            found.computeIfAbsent(id, _ -> new ArrayList<>())
                                    .add(DossierRows.etape(row, 0));
                        });
        return found;
    }

    /** All that is kept about it goes with it: events, attestation, columns of lists, words. */
    public boolean delete(DossierId id, long version) {
        return db.sql(
                                """
                                WITH gone AS (DELETE FROM demarches.dossier
                                               WHERE id = :id AND version = :version RETURNING id),
                                     k AS (DELETE FROM demarches.cle USING gone WHERE cle.dossier = gone.id),
                                     r AS (DELETE FROM demarches.recherche USING gone WHERE recherche.dossier = gone.id)
                                SELECT count(*) FROM gone
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private static Map<String, @Nullable Object> moving(Dossier dossier) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("state", DossierRows.stateOf(dossier));
        columns.put("reponses", ReponsesJson.write(dossier.reponses()));
        columns.put("email", dossier.fiche().usager().email().value());
        var depot = dossier instanceof Depose it ? it.depot() : null;
        columns.put("number", depot == null ? null : depot.number().value());
        columns.put("depositedAt", depot == null ? null : Timestamp.from(depot.at()));
        columns.put(
                "instructedAt",
                dossier instanceof EnInstruction it ? Timestamp.from(it.since()) : null);
        var decision = dossier instanceof Termine it ? it.decision() : null;
        columns.put("motivation", decision == null ? null : decision.motivation());
        columns.put("decidedAt", decision == null ? null : Timestamp.from(decision.at()));
        columns.put(
                "expiresAt",
                decision == null
                        ? null
                        : Timestamp.from(Keeping.until(dossier.fiche(), decision.at())));
        awaited(columns, dossier instanceof EnConstruction it ? it.correction() : null);
        return columns;
    }

    private static void awaited(
            Map<String, @Nullable Object> columns, Correction.@Nullable Demandee asked) {
        columns.put("correction", asked == null ? null : asked.message());
        columns.put("correctionReason", asked == null ? null : asked.raison().code());
        columns.put("correctionAt", asked == null ? null : Timestamp.from(asked.askedAt()));
        columns.put("reprise", asked == null ? null : ReponsesJson.write(asked.reprise()));
    }
}
