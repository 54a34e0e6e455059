package fr.socle.pieces.store;

import fr.socle.pieces.PieceId;
import fr.socle.pieces.PieceState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which pieces wait for the scanner, and who has them. A claim is a lease: when its node dies, the
 * piece is claimed again once the lease is over. The number of attempts is the fence: a node that
 * comes back late changes nothing.
 */
@Component
public class ScanStore {

    private final JdbcClient db;

    ScanStore(JdbcClient db) {
        this.db = db;
    }

    /** Takes one waiting piece for so long; other nodes pass it by. */
    public Optional<PieceRow> claim(Instant now, Duration lease) {
        return db.sql(
                        """
                        UPDATE pieces.piece SET attempts = attempts + 1, next_scan_at = :until
                        WHERE id = (SELECT id FROM pieces.piece
                                    WHERE state = 'en_attente' AND next_scan_at <= :now
                                    ORDER BY next_scan_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .query((row, _) -> PieceStore.row(row))
                .optional();
    }

    /** False when the lease was lost meanwhile, or the piece purged. */
    public boolean settle(PieceId id, int attempt, PieceState.Lisible state, Instant now) {
        return settle(id, attempt, state, null, now);
    }

    /** As for a clean one; and it goes by this day at the latest. */
    public boolean settle(
            PieceId id, int attempt, PieceState.Infectee state, java.time.LocalDate lastDay) {
        return settle(id, attempt, state, state.signature(), state.since())
                && db.sql(
                                        """
                                        UPDATE pieces.piece SET kept_until = LEAST(kept_until, :day) WHERE id = :id
                                        """)
                                .param("id", id.value())
                                .param("day", lastDay)
                                .update()
                        == 1;
    }

    /** Nobody could say: asked again at that time. */
    public void postpone(PieceId id, int attempt, String problem, Instant next) {
        db.sql(
                        """
                        UPDATE pieces.piece SET next_scan_at = :next, scan_problem = :problem
                        WHERE id = :id AND state = 'en_attente' AND attempts = :attempt
                        """)
                .param("id", id.value())
                .param("attempt", attempt)
                .param("problem", problem)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .update();
    }

    public long waiting() {
        return db.sql("SELECT count(*) FROM pieces.piece WHERE state = 'en_attente'")
                .query(Long.class)
                .single();
    }

    private boolean settle(
            PieceId id, int attempt, PieceState state, @Nullable String signature, Instant now) {
        return db.sql(
                                """
                                UPDATE pieces.piece
                                SET state = :state, state_since = :now, signature = :signature, scan_problem = NULL
                                WHERE id = :id AND state = 'en_attente' AND attempts = :attempt
                                """)
                        .param("id", id.value())
                        .param("attempt", attempt)
                        .param("state", States.word(state))
                        .param("signature", signature, java.sql.Types.VARCHAR)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
