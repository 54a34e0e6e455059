package fr.socle.avis.store;

import fr.socle.avis.JudgedId;
import fr.socle.avis.words.Masked;
import fr.socle.avis.words.Rule;
import fr.socle.kernel.Periode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remarks as they come: faults, situations and wishes in words, without who or when. */
@Component
public class RemarkStore {

    /** What a remark is about, under the words of Je donne mon avis. */
    public enum About {
        BUG,
        SITUATION,
        AMELIORATION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static About of(String code) {
            return Arrays.stream(values())
                    .filter(it -> it.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * @param id drawn at random with the form: sent twice it is kept once
     * @param questions the version of the form that was filled
     */
    public record Given(
            UUID id, JudgedId service, UUID form, int questions, About about, String text) {}

    public record Remark(About about, String form, String text) {}

    private static final int MOST = 500;

    private final JdbcClient db;

    RemarkStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps it, its text masked; nothing happens when one of this number is kept already. */
    public void add(Given given, LocalDate day) {
        var text = Masked.of(given.text());
        db.sql(
                        """
                        INSERT INTO avis.remark (id, service, form, questions, day, about, verbatim, masked)
                        VALUES (:id, :service, :form, :questions, :day, :about, :verbatim, :masked)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", given.id())
                .param("service", given.service().value())
                .param("form", given.form())
                .param("questions", given.questions())
                .param("day", day)
                .param("about", given.about().code())
                .param("verbatim", text.text())
                .param("masked", text.rules().stream().map(Rule::code).toArray(String[]::new))
                .update();
    }

    /**
     * In an order that says nothing of when; none as long as the period has fewer than {@link
     * VerbatimStore#ENOUGH}.
     */
    public List<Remark> of(JudgedId service, Periode<LocalDate> days) {
        return db.sql(
                        """
                        SELECT r.about, f.name, r.verbatim
                          FROM (SELECT *, count(*) OVER () AS remarks
                                  FROM avis.remark
                                 WHERE service = :service AND day >= :from AND day < :to) r
                          JOIN avis.form f ON f.id = r.form
                         WHERE r.remarks >= :enough
                         ORDER BY r.id
                         LIMIT :most
                        """)
                .param("service", service.value())
                .param("from", days.start())
                .param("to", days.end())
                .param("enough", VerbatimStore.ENOUGH)
                .param("most", MOST)
                .query(
                        (row, _) ->
                                new Remark(
                                        About.of(row.getString("about")),
                                        row.getString("name"),
                                        row.getString("verbatim")))
                .list();
    }
}
