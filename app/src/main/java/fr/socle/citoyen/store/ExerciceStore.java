package fr.socle.citoyen.store;

import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.droits.Exercice.Nature;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.PersonRef;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rights that persons exercise. A writer names the version that he saw. */
@Component
public class ExerciceStore {

    private static final String COLUMNS =
            """
            SELECT id, person, nature, state, organisation, organisation_name, content, log, index,
                   supprimees, issue, opened_at, extended_at, closed_at, version
              FROM citoyen.exercice
            """;

    private final JdbcClient db;
    private final ExerciceRows rows;

    ExerciceStore(JdbcClient db, ExerciceRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /**
     * One as it lies in the database.
     *
     * @param version grows with each change
     */
    public record Suivi(Exercice exercice, long version) {

        /** The same, as a writer saw it who names another version. */
        public Suivi at(long seen) {
            return new Suivi(exercice, seen);
        }
    }

    /** Lets the requests of one person pass one at a time, in the caller's transaction. */
    public void lock(PersonRef person) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('citoyen.exercice/' || :person, 0))")
                .param("person", person.value().toString())
                .query((row, _) -> true)
                .single();
    }

    public void insert(Exercice.Ouvert opened, UUID token) {
        var fond = opened.fond();
        db.sql(
                        """
                        INSERT INTO citoyen.exercice
                               (id, person, token, nature, state, organisation, organisation_name, content, log, index,
                                supprimees, opened_at)
                        VALUES (:id, :person, :token, :nature, 'ouvert', :organisation, :name, :content, :log, :index,
                                :supprimees, :at)
                        """)
                .params(moving(opened))
                .param("person", fond.demandeur().person().value())
                .param("token", token)
                .param("nature", word(fond.nature()))
                .param(
                        "log",
                        fond.objet().place() == null ? null : fond.objet().place().log(),
                        Types.SMALLINT)
                .param(
                        "index",
                        fond.objet().place() == null ? null : fond.objet().place().index(),
                        Types.BIGINT)
                .param("supprimees", fond.supprimees())
                .param("at", Timestamp.from(fond.openedAt()))
                .update();
    }

    /** False when it is not at this version any more. */
    public boolean update(Exercice after, long version) {
        return db.sql(
                                """
                                UPDATE citoyen.exercice
                                   SET state = :state, organisation = :organisation, organisation_name = :name,
                                       content = :content, issue = :issue,
                                       extended_at = coalesce(:extended, extended_at), closed_at = :closed,
                                       version = version + 1
                                 WHERE id = :id AND version = :version AND closed_at IS NULL
                                """)
                        .params(moving(after))
                        .param("version", version)
                        .update()
                == 1;
    }

    public Optional<Suivi> openedBy(PersonRef person, UUID token) {
        return db.sql(COLUMNS + " WHERE person = :person AND token = :token")
                .param("person", person.value())
                .param("token", token)
                .query(rows::suivi)
                .optional();
    }

    public int countOpen(PersonRef person) {
        return db.sql(
                        """
                        SELECT count(*) FROM citoyen.exercice WHERE person = :person AND closed_at IS NULL
                        """)
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    public Optional<Suivi> find(UUID id) {
        return db.sql(COLUMNS + " WHERE id = :id").param("id", id).query(rows::suivi).optional();
    }

    /** The newest first. */
    public List<Suivi> of(PersonRef person) {
        return db.sql(COLUMNS + " WHERE person = :person ORDER BY opened_at DESC, id LIMIT 200")
                .param("person", person.value())
                .query(rows::suivi)
                .list();
    }

    /** Those not answered first, the oldest first among them; then the others, the newest first. */
    public List<Suivi> of(OrganisationId organisation) {
        return db.sql(
                        COLUMNS
                                + """
                                 WHERE organisation = :organisation
                                 ORDER BY closed_at DESC NULLS FIRST, opened_at, id LIMIT 500
                                """)
                .param("organisation", organisation.value())
                .query(rows::suivi)
                .list();
    }

    public void deleteClosedBefore(Instant moment) {
        db.sql("DELETE FROM citoyen.exercice WHERE closed_at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }

    /** What was answered goes; what is under way stays, or nobody could answer. */
    public void forget(PersonRef person) {
        db.sql("DELETE FROM citoyen.exercice WHERE person = :person AND closed_at IS NOT NULL")
                .param("person", person.value())
                .update();
    }

    private Map<String, @Nullable Object> moving(Exercice it) {
        var columns = new HashMap<String, @Nullable Object>();
        var guichet = it.fond().guichet();
        columns.put("id", it.fond().id());
        columns.put("state", it.etat());
        columns.put("organisation", guichet.organisation().value());
        columns.put("name", guichet.name());
        columns.put("content", rows.seal(it));
        columns.put("issue", it instanceof Exercice.Repondu end ? word(end.issue()) : null);
        columns.put(
                "extended", it instanceof Exercice.Prolonge end ? Timestamp.from(end.at()) : null);
        columns.put("closed", it.closedAt().map(Timestamp::from).orElse(null));
        return columns;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static Nature nature(String word) {
        return Nature.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
