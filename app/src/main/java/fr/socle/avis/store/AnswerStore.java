package fr.socle.avis.store;

import fr.socle.avis.JudgedId;
import fr.socle.avis.Kind;
import fr.socle.kernel.Periode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whole opinions, for the agents of a service who count them in a way of their own. */
@Component
public class AnswerStore {

    /**
     * All that one opinion says, as codes, and neither its number nor its day.
     *
     * @param tried where help was sought, separated by commas
     */
    public record Said(
            Kind kind,
            String satisfaction,
            @Nullable String clarity,
            String tried,
            @Nullable Boolean reached,
            @Nullable String help,
            String verbatim) {}

    private final JdbcClient db;

    AnswerStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * In an order that says nothing of when; none of a kind as long as the period has fewer than
     * {@link VerbatimStore#ENOUGH} opinions of it.
     */
    public List<Said> of(JudgedId service, Periode<LocalDate> days) {
        return db.sql(
                        """
                        SELECT kind, satisfaction, comprehension, array_to_string(contact_tried, ',') AS tried,
                               contact_reached, contact_satisfaction, verbatim
                          FROM (SELECT *, count(*) OVER (PARTITION BY kind) AS opinions
                                  FROM avis.opinion
                                 WHERE demarche = :service AND day >= :from AND day < :to) o
                         WHERE opinions >= :enough
                         ORDER BY id
                        """)
                .param("service", service.value())
                .param("from", days.start())
                .param("to", days.end())
                .param("enough", VerbatimStore.ENOUGH)
                .query(AnswerStore::said)
                .list();
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        return new Said(
                Kind.of(row.getString("kind")),
                row.getString("satisfaction"),
                row.getString("comprehension"),
                row.getString("tried"),
                row.getObject("contact_reached", Boolean.class),
                row.getString("contact_satisfaction"),
                row.getString("verbatim"));
    }
}
