package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.DefinitionJson;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import fr.socle.habilitations.HabilitationId;
import fr.socle.kernel.NormalName;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Procedures and their drafts. */
@Component
class DemarcheStore {

    private static final String ROWS =
            """
            SELECT d.*, r.id AS revision, r.number
              FROM demarches.demarche d
              LEFT JOIN LATERAL (SELECT id, number FROM demarches.revision
                                  WHERE demarche = d.id ORDER BY number DESC LIMIT 1) r ON true
            """;

    private final JdbcClient db;

    DemarcheStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Demarche> find(DemarcheId id) {
        return db.sql(ROWS + "WHERE d.id = :id")
                .param("id", id.value())
                .query(DemarcheRows::demarche)
                .optional();
    }

    /** Reads it and keeps other writers waiting until the transaction ends. */
    Optional<Demarche> lock(DemarcheId id) {
        return db.sql(ROWS + "WHERE d.id = :id FOR UPDATE OF d")
                .param("id", id.value())
                .query(DemarcheRows::demarche)
                .optional();
    }

    /** Those of one organisation, by title. */
    List<Demarche> of(OrganisationId organisation) {
        return db.sql(ROWS + "WHERE d.organisation = :organisation ORDER BY d.search_title, d.id")
                .param("organisation", organisation.value())
                .query(DemarcheRows::demarche)
                .list();
    }

    boolean slugTaken(String slug) {
        return db.sql("SELECT EXISTS (SELECT 1 FROM demarches.demarche WHERE slug = :slug)")
                .param("slug", slug)
                .query(Boolean.class)
                .single();
    }

    /** False when another procedure has the slug, be it since a moment ago. */
    boolean insert(
            DemarcheId id, OrganisationId organisation, String slug, Facts facts, Instant now) {
        return facts(
                                """
                        INSERT INTO demarches.demarche (id, organisation, slug, title, search_title,
                            description, search, audience, cadre_juridique, services, attestation_title,
                            attestation_body, retention_months, minutes, draft, created_at, changed_at)
                        VALUES (:id, :organisation, :slug, :title, :searchTitle,
                            :description, :search, :audience, :cadre, :services, :attestationTitle,
                            :attestationBody, :months, :minutes, :draft, :now, :now)
                        ON CONFLICT DO NOTHING
                        """,
                                facts,
                                now)
                        .param("id", id.value())
                        .param("organisation", organisation.value())
                        .param("slug", slug)
                        .param("draft", DefinitionJson.write(Definition.EMPTY))
                        .update()
                == 1;
    }

    /** False when the procedure is not at this version any more. */
    boolean update(DemarcheId id, Facts facts, long version, Instant now) {
        return facts(
                                """
                                UPDATE demarches.demarche
                                   SET title = :title, search_title = :searchTitle, description = :description,
                                       search = :search, audience = :audience, cadre_juridique = :cadre,
                                       services = :services, attestation_title = :attestationTitle,
                                       attestation_body = :attestationBody, retention_months = :months,
                                       minutes = :minutes, version = version + 1, changed_at = :now
                                 WHERE id = :id AND version = :version
                                """,
                                facts,
                                now)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean updateDraft(
            DemarcheId id,
            Definition draft,
            Map<String, HabilitationId> habilitations,
            long version,
            Instant now) {
        var grounds = Grounds.of(habilitations);
        return db.sql(
                                """
                                UPDATE demarches.demarche
                                   SET draft = :draft, datasets = :datasets, habilitations = :habilitations,
                                       version = version + 1, changed_at = :now
                                 WHERE id = :id AND version = :version
                                """)
                        .param("draft", DefinitionJson.write(draft))
                        .param("datasets", grounds.datasets())
                        .param("habilitations", grounds.habilitations())
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean state(DemarcheId id, String state, long version, Instant now) {
        return db.sql(
                                """
                                UPDATE demarches.demarche SET state = :state, version = version + 1, changed_at = :now
                                 WHERE id = :id AND version = :version
                                """)
                        .param("state", state)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec facts(String sql, Facts facts, Instant now) {
        var attestation = facts.attestation();
        return db.sql(sql)
                .param("title", facts.title())
                .param("searchTitle", NormalName.of(facts.title()).value())
                .param("description", facts.description())
                .param("search", searchable(facts))
                .param("audience", facts.audience())
                .param("cadre", facts.cadreJuridique())
                .param("services", services(facts))
                .param("attestationTitle", attestation == null ? "" : attestation.title())
                .param("attestationBody", attestation == null ? "" : attestation.body())
                .param("months", facts.retentionMonths())
                .param("minutes", facts.minutes())
                .param("now", Timestamp.from(now));
    }

    private static String searchable(Facts facts) {
        return NormalName.of(facts.title() + " " + facts.description() + " " + facts.audience())
                .value();
    }

    private static UUID[] services(Facts facts) {
        return facts.services().stream().map(ServiceId::value).toArray(UUID[]::new);
    }
}
