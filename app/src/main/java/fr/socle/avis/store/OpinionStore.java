package fr.socle.avis.store;

import fr.socle.avis.Grade;
import fr.socle.avis.JudgedId;
import fr.socle.avis.Kind;
import fr.socle.avis.Satisfaction;
import fr.socle.avis.score.Deltas;
import fr.socle.avis.words.Masked;
import fr.socle.avis.words.Rule;
import fr.socle.demarches.DemarcheId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opinions and decisions as they come; what they amount to is read from scores. */
@Component
public class OpinionStore {

    /**
     * Whose opinion of which service on which day.
     *
     * @param id drawn at random: a form that is sent twice sends the same
     * @param asked through which form
     */
    public record Given(UUID id, Kind kind, JudgedId service, LocalDate day, Asked asked) {

        /** Through the form that every service has. */
        public Given(UUID id, Kind kind, JudgedId service, LocalDate day) {
            this(id, kind, service, day, Asked.COMMON);
        }
    }

    /**
     * An opinion as it lies there.
     *
     * @param day of its first answer
     * @param questions the version of the form that its first answer was given to
     */
    public record Kept(LocalDate day, int questions, Opinion opinion) {}

    private final JdbcClient db;
    private final Deltas deltas;

    OpinionStore(JdbcClient db, Deltas deltas) {
        this.db = db;
        this.deltas = deltas;
    }

    /** What is kept under this number, of this kind, about this service, through this form. */
    public Optional<Kept> find(Given given) {
        return find(given, "");
    }

    /**
     * Adds an answer to what was said under this number, in the caller's transaction. The scores
     * move by the difference, on the day of the first answer. Empty when the answer has nothing to
     * stand on, or when the number belongs to another opinion: then nothing changes.
     */
    public Optional<Opinion> keep(Given given, Answer answer) {
        var before = lock(given);
        var after = answer.on(before.map(Kept::opinion));
        if (after.isEmpty() || before.isPresent()) {
            return after.map(it -> replace(given, before.orElseThrow(), it));
        }
        if (add(given, after.get())) {
            return after;
        }
        // somebody was first: with the same number of another opinion, or with this very one
        return lock(given)
                .flatMap(
                        it ->
                                answer.on(Optional.of(it.opinion()))
                                        .map(said -> replace(given, it, said)));
    }

    private Optional<Kept> lock(Given given) {
        return find(given, " FOR UPDATE");
    }

    private Optional<Kept> find(Given given, String lock) {
        return db.sql(
                        """
                        SELECT day, questions, satisfaction, comprehension, contact_tried, contact_reached,
                               contact_satisfaction, verbatim
                          FROM avis.opinion
                         WHERE id = :id AND kind = :kind AND demarche = :service AND form = :form"""
                                + lock)
                .param("id", given.id())
                .param("kind", given.kind().code())
                .param("service", given.service().value())
                .param("form", given.asked().form())
                .query(OpinionStore::kept)
                .optional();
    }

    private Opinion replace(Given given, Kept before, Opinion after) {
        if (after.equals(before.opinion())) {
            return after;
        }
        var text = Masked.of(after.verbatim());
        answers(
                        db.sql(
                                """
                        UPDATE avis.opinion
                           SET satisfaction = :satisfaction, comprehension = :comprehension, contact_tried = :tried,
                               contact_reached = :reached, contact_satisfaction = :help, verbatim = :verbatim,
                               masked = CASE WHEN verbatim = :verbatim THEN masked ELSE :masked END
                         WHERE id = :id
                        """),
                        given,
                        after,
                        text)
                .update();
        deltas.add(
                given.service(),
                given.asked().form(),
                given.kind(),
                before.day(),
                after.tally().minus(before.opinion().tally()));
        return after;
    }

    /**
     * Keeps the opinion, its text masked, and moves the scores, in the caller's transaction; false
     * when one of this number is kept already: then nothing changes.
     */
    public boolean add(Given given, Opinion opinion) {
        var text = Masked.of(opinion.verbatim());
        int added =
                answers(
                                db.sql(
                                        """
                        INSERT INTO avis.opinion (id, kind, demarche, day, satisfaction, comprehension, contact_tried,
                                                  contact_reached, contact_satisfaction, verbatim, masked, form,
                                                  questions)
                        VALUES (:id, :kind, :demarche, :day, :satisfaction, :comprehension, :tried, :reached, :help,
                                :verbatim, :masked, :form, :questions)
                        ON CONFLICT (id) DO NOTHING
                        """),
                                given,
                                opinion,
                                text)
                        .param("kind", given.kind().code())
                        .param("demarche", given.service().value())
                        .param("day", given.day())
                        .param("form", given.asked().form())
                        .param("questions", given.asked().questions())
                        .update();
        if (added == 1) {
            deltas.add(
                    given.service(),
                    given.asked().form(),
                    given.kind(),
                    given.day(),
                    opinion.tally());
        }
        return added == 1;
    }

    /**
     * Writes the verified opinions of the days before this one again, in the order of their
     * numbers, which are random: no row header tells which came first.
     */
    public void shuffleBefore(LocalDate day) {
        db.sql(
                        """
                        WITH gone AS (DELETE FROM avis.opinion WHERE fresh AND kind = 'verified' AND day < :day
                                      RETURNING *)
                        INSERT INTO avis.opinion (id, kind, demarche, day, satisfaction, comprehension, contact_tried,
                                                  contact_reached, contact_satisfaction, verbatim, masked, form,
                                                  questions, fresh)
                        SELECT id, kind, demarche, day, satisfaction, comprehension, contact_tried,
                               contact_reached, contact_satisfaction, verbatim, masked, form, questions, false
                          FROM gone
                         ORDER BY id
                        """)
                .param("day", day)
                .update();
    }

    /** How many decisions there were of each procedure. */
    public Map<DemarcheId, Long> decisions() {
        return db
                .sql("SELECT demarche, count(*) AS n FROM avis.decision GROUP BY demarche")
                .query(
                        (row, _) ->
                                Map.entry(
                                        new DemarcheId(row.getObject("demarche", UUID.class)),
                                        row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void addDecision(DemarcheId demarche, LocalDate day) {
        db.sql("INSERT INTO avis.decision (demarche, day) VALUES (:demarche, :day)")
                .param("demarche", demarche.value())
                .param("day", day)
                .update();
    }

    private static JdbcClient.StatementSpec answers(
            JdbcClient.StatementSpec sql, Given given, Opinion opinion, Masked text) {
        return sql.param("id", given.id())
                .param("satisfaction", opinion.satisfaction().code())
                .param("comprehension", code(opinion.clarity()))
                .param("tried", opinion.tried().toArray(String[]::new))
                .param("reached", opinion.reached())
                .param("help", code(opinion.help()))
                .param("verbatim", text.text())
                .param("masked", text.rules().stream().map(Rule::code).toArray(String[]::new));
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("day", LocalDate.class),
                row.getInt("questions"),
                new Opinion(
                        Satisfaction.valueOf(
                                row.getString("satisfaction").toUpperCase(Locale.ROOT)),
                        grade(row.getString("comprehension")),
                        List.of((String[]) row.getArray("contact_tried").getArray()),
                        row.getObject("contact_reached", Boolean.class),
                        grade(row.getString("contact_satisfaction")),
                        row.getString("verbatim")));
    }

    private static @Nullable Grade grade(@Nullable String code) {
        return code == null ? null : Grade.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String code(@Nullable Grade grade) {
        return grade == null ? null : grade.code();
    }
}
