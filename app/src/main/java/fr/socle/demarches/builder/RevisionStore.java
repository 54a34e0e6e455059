package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.DefinitionJson;
import fr.socle.directory.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published revisions: written once. */
@Component
class RevisionStore {

    /** Without the definition, which may be large and is kept in memory by id. */
    private static final String ROWS =
            """
            SELECT r.id AS revision, r.number, r.published_at, r.datasets, r.habilitations,
                   d.id, d.organisation, d.slug, d.title, d.description, d.audience, d.cadre_juridique,
                   d.services, d.attestation_title, d.attestation_body, d.retention_months, d.minutes,
                   demarches.receives(d) AS open
              FROM demarches.revision r
              JOIN demarches.demarche d ON d.id = r.demarche
            """;

    private static final String NEWEST = " ORDER BY r.number DESC LIMIT 1";

    private final JdbcClient db;

    RevisionStore(JdbcClient db) {
        this.db = db;
    }

    void insert(RevisionId id, Fiche fiche, int number, Instant now) {
        var grounds = Grounds.of(fiche.habilitations());
        db.sql(
                        """
                        INSERT INTO demarches.revision
                            (id, demarche, number, definition, datasets, habilitations, published_at)
                        VALUES (:id, :demarche, :number, :definition, :datasets, :habilitations, :now)
                        """)
                .param("id", id.value())
                .param("demarche", fiche.id().value())
                .param("number", number)
                .param("definition", DefinitionJson.write(fiche.draft()))
                .param("datasets", grounds.datasets())
                .param("habilitations", grounds.habilitations())
                .param("now", Timestamp.from(now))
                .update();
    }

    Definition definition(RevisionId id) {
        var json =
                db.sql("SELECT definition FROM demarches.revision WHERE id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single();
        return DefinitionJson.read(json).orThrow();
    }

    Optional<Head> find(RevisionId id) {
        return db.sql(ROWS + "WHERE r.id = :id")
                .param("id", id.value())
                .query(this::head)
                .optional();
    }

    Optional<Head> latest(DemarcheId demarche) {
        return db.sql(ROWS + "WHERE d.id = :id" + NEWEST)
                .param("id", demarche.value())
                .query(this::head)
                .optional();
    }

    Optional<Head> latest(String slug) {
        return db.sql(ROWS + "WHERE d.slug = :slug" + NEWEST)
                .param("slug", slug)
                .query(this::head)
                .optional();
    }

    private Head head(ResultSet row, int rank) throws SQLException {
        var id = new RevisionId(row.getObject("revision", UUID.class));
        int number = row.getInt("number");
        var at = row.getTimestamp("published_at").toInstant();
        var grounds = Grounds.read(row);
        var demarche = new DemarcheId(row.getObject("id", UUID.class));
        var organisation = new OrganisationId(row.getObject("organisation", UUID.class));
        var slug = row.getString("slug");
        var facts = DemarcheRows.facts(row);
        boolean open = row.getBoolean("open");
        return new Head(
                id,
                definition ->
                        new PublishedRevision(
                                id,
                                number,
                                at,
                                definition,
                                grounds,
                                demarche,
                                organisation,
                                slug,
                                facts,
                                open));
    }

    /** A revision to which its definition is still to be added. */
    record Head(RevisionId id, Function<Definition, PublishedRevision> completed) {}
}
