package fr.socle.citoyen.store;

import fr.socle.directory.OrganisationId;
import fr.socle.kernel.PersonRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wanted to see what is held about them, for a day. */
@Component
public class ConsultationStore {

    private final JdbcClient db;

    ConsultationStore(JdbcClient db) {
        this.db = db;
    }

    /** What is wished for. */
    public enum Nature {
        /** What is held about the person. */
        DONNEES,
        /** Who represents the company. */
        REGISTRE,
        /** What is held about the company. */
        ENTREPRISE
    }

    /** One wish, for what this organisation may fetch. */
    public record Row(
            UUID id,
            PersonRef person,
            OrganisationId organisation,
            Instant openedAt,
            Nature nature) {

        /** Of a person, about themself. */
        public Row(UUID id, PersonRef person, OrganisationId organisation, Instant openedAt) {
            this(id, person, organisation, openedAt, Nature.DONNEES);
        }
    }

    /** False when the person wished {@code most} times since. */
    public boolean open(Row row, Instant since, int most) {
        return db.sql(
                                """
                                INSERT INTO citoyen.consultation (id, person, organisation, opened_at, nature)
                                SELECT :id, :person, :organisation, :now, :nature
                                 WHERE (SELECT count(*) FROM citoyen.consultation
                                         WHERE person = :person AND opened_at > :since AND nature = :nature)
                                       < :most
                                """)
                        .param("id", row.id())
                        .param("person", row.person().value())
                        .param("organisation", row.organisation().value())
                        .param("now", Timestamp.from(row.openedAt()))
                        .param("nature", row.nature().name())
                        .param("since", Timestamp.from(since))
                        .param("most", most)
                        .update()
                == 1;
    }

    public Optional<Row> find(UUID id) {
        return db.sql(
                        """
                        SELECT id, person, organisation, opened_at, nature FROM citoyen.consultation WHERE id = :id
                        """)
                .param("id", id)
                .query(
                        (row, _) ->
                                new Row(
                                        row.getObject("id", UUID.class),
                                        new PersonRef(row.getObject("person", UUID.class)),
                                        new OrganisationId(
                                                row.getObject("organisation", UUID.class)),
                                        row.getTimestamp("opened_at").toInstant(),
                                        Nature.valueOf(row.getString("nature"))))
                .optional();
    }

    public void deleteBefore(Instant moment) {
        db.sql("DELETE FROM citoyen.consultation WHERE opened_at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }
}
