package fr.socle.avis.store;

import fr.socle.avis.Grade;
import fr.socle.avis.JudgedId;
import fr.socle.avis.Kind;
import fr.socle.avis.score.Deltas;
import fr.socle.avis.words.Masked;
import fr.socle.avis.words.Rule;
import fr.socle.demarches.DemarcheId;
import java.time.LocalDate;
import java.util.Map;
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
     */
    public record Given(UUID id, Kind kind, JudgedId service, LocalDate day) {}

    private final JdbcClient db;
    private final Deltas deltas;

    OpinionStore(JdbcClient db, Deltas deltas) {
        this.db = db;
        this.deltas = deltas;
    }

    /** Marks a token as used; false when it was already. In the caller's transaction. */
    public boolean use(byte[] digest) {
        return db.sql(
                                "INSERT INTO avis.used_token (digest) VALUES (:digest) ON CONFLICT DO NOTHING")
                        .param("digest", digest)
                        .update()
                == 1;
    }

    public boolean isUsed(byte[] digest) {
        return db.sql("SELECT EXISTS (SELECT FROM avis.used_token WHERE digest = :digest)")
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    /**
     * Keeps the opinion, its text masked, and moves the scores, in the caller's transaction; false
     * when one of this number is kept already: then nothing changes.
     */
    public boolean add(Given given, Opinion opinion) {
        var text = Masked.of(opinion.verbatim());
        int added =
                db.sql(
                                """
                INSERT INTO avis.opinion (id, kind, demarche, day, satisfaction, comprehension, contact_tried,
                                          contact_reached, contact_satisfaction, verbatim, masked)
                VALUES (:id, :kind, :demarche, :day, :satisfaction, :comprehension, :tried, :reached, :help,
                        :verbatim, :masked)
                ON CONFLICT (id) DO NOTHING
                """)
                        .param("id", given.id())
                        .param("kind", given.kind().code())
                        .param("demarche", given.service().value())
                        .param("day", given.day())
                        .param("satisfaction", opinion.satisfaction().code())
                        .param("comprehension", code(opinion.clarity()))
                        .param("tried", opinion.tried().toArray(String[]::new))
                        .param("reached", opinion.reached())
                        .param("help", code(opinion.help()))
                        .param("verbatim", text.text())
                        .param(
                                "masked",
                                text.rules().stream().map(Rule::code).toArray(String[]::new))
                        .update();
        if (added == 1) {
            deltas.add(
                    given.service(),
                    Deltas.COMMON_FORM,
                    given.kind(),
                    given.day(),
                    opinion.tally());
        }
        return added == 1;
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

    private static @Nullable String code(@Nullable Grade grade) {
        return grade == null ? null : grade.code();
    }
}
