package fr.socle.demarches.expert;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.expert.AvisExpert.State;
import fr.socle.directory.AgentId;
import fr.socle.kernel.EmailAddress;
import fr.socle.pieces.PieceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The opinions asked of experts, and the hashes of their links. */
@Component
class AvisStore {

    private static final String COLUMNS =
            """
            SELECT a.id, a.dossier, a.agent, a.email, a.question, coalesce(a.oui_non, '') AS oui_non, a.autres, a.usager,
                   a.deadline, a.asked_at, a.closes_at, a.reminded_at, a.answer, a.answer_oui, a.piece, a.answered_at,
                   a.withdrawn_at
              FROM demarches.avis_expert a
            """;

    private final JdbcClient db;

    AvisStore(JdbcClient db) {
        this.db = db;
    }

    /** False when this expert is being asked about this dossier already. */
    boolean insert(AvisExpert avis) {
        var question = avis.question();
        return db.sql(
                                """
                                INSERT INTO demarches.avis_expert (id, dossier, agent, email, question, oui_non, autres, usager,
                                                                   deadline, asked_at, closes_at)
                                VALUES (:id, :dossier, :agent, :email, :question, :ouiNon, :autres, :usager, :deadline,
                                        :askedAt, :closesAt)
                                ON CONFLICT (dossier, lower(email)) WHERE answered_at IS NULL AND withdrawn_at IS NULL
                                DO NOTHING
                                """)
                        .param("id", avis.id())
                        .param("dossier", avis.dossier().value())
                        .param("agent", avis.agent().value())
                        .param("email", avis.email().value())
                        .param("question", question.texte())
                        .param(
                                "ouiNon",
                                question.ouiNon().isEmpty() ? null : question.ouiNon(),
                                Types.VARCHAR)
                        .param("autres", question.autres())
                        .param("usager", question.usager())
                        .param("deadline", question.deadline(), Types.DATE)
                        .param("askedAt", Timestamp.from(avis.askedAt()))
                        .param("closesAt", Timestamp.from(avis.closesAt()))
                        .update()
                == 1;
    }

    void link(UUID avis, byte[] secret) {
        db.sql("INSERT INTO demarches.avis_lien (secret, avis) VALUES (:secret, :avis)")
                .param("secret", secret)
                .param("avis", avis)
                .update();
    }

    Optional<AvisExpert> ofSecret(byte[] secret) {
        return db.sql(
                        COLUMNS
                                + " JOIN demarches.avis_lien l ON l.avis = a.id WHERE l.secret = :secret")
                .param("secret", secret)
                .query(AvisStore::avis)
                .optional();
    }

    /** Of one dossier: another's does not exist there. */
    Optional<AvisExpert> find(UUID id, DossierId dossier) {
        return db.sql(COLUMNS + " WHERE a.id = :id AND a.dossier = :dossier")
                .param("id", id)
                .param("dossier", dossier.value())
                .query(AvisStore::avis)
                .optional();
    }

    /** Of each of these dossiers, the oldest first. */
    Map<DossierId, List<AvisExpert>> of(Collection<DossierId> dossiers) {
        var found = new HashMap<DossierId, List<AvisExpert>>();
        db.sql(COLUMNS + " WHERE a.dossier = ANY (:ids) ORDER BY a.asked_at, a.id")
                .param("ids", dossiers.stream().map(DossierId::value).toArray(UUID[]::new))
                .query(AvisStore::avis)
                .list()
                .forEach(it -> found.computeIfAbsent(it.dossier(), _ -> new ArrayList<>()).add(it));
        return found;
    }

    /** False when he was reminded since, or there is nothing to wait for any more. */
    boolean remind(UUID id, Instant notSince, Instant now) {
        return db.sql(
                                """
                                UPDATE demarches.avis_expert SET reminded_at = :now
                                 WHERE id = :id AND answered_at IS NULL AND withdrawn_at IS NULL AND closes_at > :now
                                   AND coalesce(reminded_at, asked_at) < :notSince
                                """)
                        .param("id", id)
                        .param("notSince", Timestamp.from(notSince))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The opinions that are wanted by this day, and of which nobody was reminded by itself. */
    List<AvisExpert> toRecall(LocalDate day, Instant askedBefore, int most) {
        return db.sql(
                        COLUMNS
                                + """
                                 WHERE a.answered_at IS NULL AND a.withdrawn_at IS NULL AND a.recalled_at IS NULL
                                   AND a.deadline <= :day AND coalesce(a.reminded_at, a.asked_at) < :before
                                 ORDER BY a.deadline LIMIT :most
                                """)
                .param("day", day)
                .param("before", Timestamp.from(askedBefore))
                .param("most", most)
                .query(AvisStore::avis)
                .list();
    }

    /** False when another node did, or the expert answered meanwhile. */
    boolean recall(UUID id, Instant now) {
        return db.sql(
                                """
                                UPDATE demarches.avis_expert SET recalled_at = :now, reminded_at = :now
                                 WHERE id = :id AND recalled_at IS NULL AND answered_at IS NULL AND withdrawn_at IS NULL
                                """)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** False when he answered before, or it was withdrawn. */
    boolean answer(UUID id, AvisExpert.Rendu rendu) {
        return db.sql(
                                """
                                UPDATE demarches.avis_expert
                                   SET answer = :texte, answer_oui = :oui, piece = :piece, answered_at = :at
                                 WHERE id = :id AND answered_at IS NULL AND withdrawn_at IS NULL
                                """)
                        .param("texte", rendu.texte())
                        .param("oui", rendu.oui(), Types.BOOLEAN)
                        .param(
                                "piece",
                                rendu.piece() == null ? null : rendu.piece().value(),
                                Types.OTHER)
                        .param("at", Timestamp.from(rendu.at()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** False when he answered before, or it was withdrawn already. */
    boolean withdraw(UUID id, Instant now) {
        return db.sql(
                                """
                                UPDATE demarches.avis_expert SET withdrawn_at = :now
                                 WHERE id = :id AND answered_at IS NULL AND withdrawn_at IS NULL
                                """)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static AvisExpert avis(ResultSet row, int number) throws SQLException {
        return new AvisExpert(
                row.getObject("id", UUID.class),
                new DossierId(row.getObject("dossier", UUID.class)),
                new AgentId(row.getObject("agent", UUID.class)),
                EmailAddress.parse(row.getString("email")).orThrow(),
                new Question(
                        row.getString("question"),
                        row.getString("oui_non"),
                        row.getBoolean("autres"),
                        row.getBoolean("usager"),
                        row.getObject("deadline", LocalDate.class)),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("closes_at").toInstant(),
                instant(row, "reminded_at"),
                state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        var withdrawn = instant(row, "withdrawn_at");
        var answered = instant(row, "answered_at");
        if (answered != null) {
            var piece = row.getObject("piece", UUID.class);
            return new AvisExpert.Rendu(
                    row.getString("answer"),
                    row.getObject("answer_oui", Boolean.class),
                    piece == null ? null : new PieceId(piece),
                    answered);
        }
        return withdrawn == null ? new AvisExpert.Attendu() : new AvisExpert.Retire(withdrawn);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
