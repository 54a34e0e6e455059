package fr.socle.directory.store;

import fr.socle.directory.Listing;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationDraft;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.OrganisationSearch;
import fr.socle.directory.OrganisationType;
import fr.socle.kernel.NormalName;
import fr.socle.kernel.Siren;
import fr.socle.kernel.Siret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organisations. */
@Component
public class OrganisationStore {

    private static final String COLUMNS =
            """
            SELECT o.id, o.siret, o.name, o.type, o.parent, o.active, o.demonstration, o.version,
                   EXISTS (SELECT 1 FROM directory.logo l WHERE l.organisation = o.id) AS logo
              FROM directory.organisation o
            """;

    private static final String WANTED =
            """
             WHERE (o.search LIKE '%' || :text || '%' OR o.siret LIKE :digits || '%')
               AND (:type::text IS NULL OR o.type = :type)
               AND (:active::boolean IS NULL OR o.active = :active)
               AND (:only::uuid IS NULL OR o.id = :only)
            """;

    private final JdbcClient db;

    OrganisationStore(JdbcClient db) {
        this.db = db;
    }

    /** Lets one writer at a time through, so that what it checked still holds when it writes. */
    public void lockRegister() {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('directory.register'))")
                .query((_, _) -> true)
                .single();
    }

    public boolean isEmpty() {
        return db.sql("SELECT NOT EXISTS (SELECT 1 FROM directory.organisation)")
                .query(Boolean.class)
                .single();
    }

    public Optional<Organisation> find(OrganisationId id) {
        return db.sql(COLUMNS + " WHERE o.id = :id")
                .param("id", id.value())
                .query(OrganisationStore::organisation)
                .optional();
    }

    public Optional<Organisation> find(Siret siret) {
        return db.sql(COLUMNS + " WHERE o.siret = :siret")
                .param("siret", siret.value())
                .query(OrganisationStore::organisation)
                .optional();
    }

    /** The active ones of a legal unit, in the order of their establishments. */
    public List<Organisation> ofLegalUnit(Siren siren) {
        return db.sql(COLUMNS + " WHERE o.siret LIKE :siren || '%' AND o.active ORDER BY o.siret")
                .param("siren", siren.value())
                .query(OrganisationStore::organisation)
                .list();
    }

    public Listing<Organisation> search(OrganisationSearch wanted, int size, long offset) {
        var total = filtered("SELECT count(*) FROM directory.organisation o" + WANTED, wanted);
        var lines =
                filtered(
                                COLUMNS
                                        + WANTED
                                        + " ORDER BY o.search, o.id LIMIT :size OFFSET :offset",
                                wanted)
                        .param("size", size)
                        .param("offset", offset)
                        .query(OrganisationStore::organisation)
                        .list();
        return new Listing<>(lines, total.query(Long.class).single());
    }

    /** Every active organisation that may stand above another, by name. */
    public List<Organisation> active() {
        return db.sql(COLUMNS + " WHERE o.active ORDER BY o.search, o.id")
                .query(OrganisationStore::organisation)
                .list();
    }

    public void insert(
            OrganisationId id, OrganisationDraft draft, boolean demonstration, Instant now) {
        facts(
                        """
                        INSERT INTO directory.organisation
                               (id, siret, name, search, type, parent, demonstration, created_at)
                        VALUES (:id, :siret, :name, :search, :type, :parent, :demonstration, :now)
                        """,
                        draft)
                .param("id", id.value())
                .param("demonstration", demonstration)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** False when the organisation is not at this version any more. */
    public boolean update(OrganisationId id, OrganisationDraft draft, long version) {
        return facts(
                                """
                                UPDATE directory.organisation
                                   SET siret = :siret, name = :name, search = :search, type = :type,
                                       parent = :parent, version = version + 1
                                 WHERE id = :id AND version = :version
                                """,
                                draft)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** A new version, of what is kept beside it; false when it is not at this version any more. */
    public boolean renew(OrganisationId id, long version) {
        return db.sql(
                                """
                                UPDATE directory.organisation SET version = version + 1
                                 WHERE id = :id AND version = :version
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** False when the organisation is not at this version any more. */
    public boolean activate(OrganisationId id, boolean active, long version) {
        return db.sql(
                                """
                                UPDATE directory.organisation SET active = :active, version = version + 1
                                 WHERE id = :id AND version = :version
                                """)
                        .param("id", id.value())
                        .param("active", active)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Whether {@code above} is the organisation itself or stands somewhere below it. */
    public boolean wouldCircle(OrganisationId id, OrganisationId above) {
        return db.sql(
                        """
                        WITH RECURSIVE up AS (
                            SELECT id, parent FROM directory.organisation WHERE id = :above
                            UNION
                            SELECT o.id, o.parent FROM directory.organisation o JOIN up ON o.id = up.parent)
                        SELECT EXISTS (SELECT 1 FROM up WHERE id = :id)
                        """)
                .param("above", above.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, OrganisationSearch wanted) {
        var type = wanted.type();
        var only = wanted.only();
        return db.sql(sql)
                .param("text", wanted.normal())
                .param("digits", wanted.digits())
                .param("type", type == null ? null : type.code(), Types.VARCHAR)
                .param("active", wanted.active(), Types.BOOLEAN)
                .param("only", only == null ? null : only.value(), Types.OTHER);
    }

    private JdbcClient.StatementSpec facts(String sql, OrganisationDraft draft) {
        return db.sql(sql)
                .param("siret", draft.siret().value())
                .param("name", draft.name())
                .param("search", NormalName.of(draft.name()).value())
                .param("type", draft.type().code())
                .param("parent", id(draft.parent()), Types.OTHER);
    }

    private static @Nullable UUID id(@Nullable OrganisationId id) {
        return id == null ? null : id.value();
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent", UUID.class);
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                new OrganisationDraft(
                        new Siret(row.getString("siret")),
                        row.getString("name"),
                        OrganisationType.parse(row.getString("type")).orThrow(),
                        parent == null ? null : new OrganisationId(parent)),
                row.getBoolean("active"),
                row.getBoolean("demonstration"),
                row.getLong("version"),
                row.getBoolean("logo"));
    }
}
