package fr.socle.habilitations.store;

import fr.socle.habilitations.Differe;
import fr.socle.habilitations.HabilitationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which habilitations' exchanges are told later. */
@Component
public class DiffereStore {

    private final JdbcClient db;

    DiffereStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Differe> find(HabilitationId id) {
        return db.sql("SELECT fondement, days FROM habilitations.differe WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> new Differe(row.getString("fondement"), row.getInt("days")))
                .optional();
    }

    /**
     * Moves the request to its next version, unless it has another one than this or something was
     * granted: a grant at the same moment comes before or after, never between.
     */
    public boolean claim(HabilitationId id, long version) {
        return db.sql(
                                """
                                UPDATE habilitations.demande SET version = version + 1
                                 WHERE id = :id AND version = :version AND granted = 0
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** False when it was set before: it never changes. */
    public boolean insert(HabilitationId id, Differe it, @Nullable UUID by, Instant now) {
        return db.sql(
                                """
                                INSERT INTO habilitations.differe (id, fondement, days, set_at, set_by)
                                VALUES (:id, :fondement, :days, :now, :by) ON CONFLICT DO NOTHING
                                """)
                        .param("id", id.value())
                        .param("fondement", it.fondement())
                        .param("days", it.days())
                        .param("now", Timestamp.from(now))
                        .param("by", by, Types.OTHER)
                        .update()
                == 1;
    }

    /** Of a row with the columns {@code fondement} and {@code days}, null where none was set. */
    static Optional<Differe> read(ResultSet row) throws SQLException {
        var fondement = row.getString("fondement");
        return fondement == null
                ? Optional.empty()
                : Optional.of(new Differe(fondement, row.getInt("days")));
    }
}
