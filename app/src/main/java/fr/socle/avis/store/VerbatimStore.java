package fr.socle.avis.store;

import fr.socle.avis.JudgedId;
import fr.socle.avis.Kind;
import fr.socle.kernel.Periode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people wrote, in an order that says nothing of when. */
@Component
public class VerbatimStore {

    /** Fewer opinions than these, and their texts would tell who wrote them. */
    public static final int ENOUGH = 5;

    private static final int MOST = 500;

    public record Verbatim(Kind kind, String satisfaction, String text) {}

    private final JdbcClient db;

    VerbatimStore(JdbcClient db) {
        this.db = db;
    }

    /** None as long as the period has fewer than {@link #ENOUGH} opinions of that kind. */
    public List<Verbatim> of(JudgedId service, Periode<LocalDate> days) {
        return db.sql(
                        """
                        SELECT kind, satisfaction, verbatim
                          FROM (SELECT id, kind, satisfaction, verbatim, count(*) OVER (PARTITION BY kind) AS opinions
                                  FROM avis.opinion
                                 WHERE demarche = :service AND day >= :from AND day < :to) o
                         WHERE verbatim <> '' AND opinions >= :enough
                         ORDER BY id
                         LIMIT :most
                        """)
                .param("service", service.value())
                .param("from", days.start())
                .param("to", days.end())
                .param("enough", ENOUGH)
                .param("most", MOST)
                .query(
                        (row, _) ->
                                new Verbatim(
                                        Kind.of(row.getString("kind")),
                                        row.getString("satisfaction"),
                                        row.getString("verbatim")))
                .list();
    }
}
