package fr.socle.journal.store;

import fr.socle.journal.Kind;
import fr.socle.journal.Retention;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Period;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kinds that were written so far. */
@Component
public class KindStore {

    private final JdbcClient db;

    KindStore(JdbcClient db) {
        this.db = db;
    }

    /** Notes a kind, as its block declares it now. */
    public void note(Kind kind) {
        db.sql(
                        """
                INSERT INTO journal.kind (code, period, statute) VALUES (:code, :period, :statute)
                ON CONFLICT (code) DO UPDATE SET period = excluded.period, statute = excluded.statute
                WHERE (kind.period, kind.statute) IS DISTINCT FROM (excluded.period, excluded.statute)
                """)
                .param("code", kind.code())
                .param("period", kind.retention().period().toString())
                .param("statute", kind.retention().statute())
                .update();
    }

    public List<Kind> all() {
        return db.sql("SELECT code, period, statute FROM journal.kind ORDER BY code")
                .query((row, _) -> kind(row))
                .list();
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return new Kind(
                row.getString("code"),
                new Retention(Period.parse(row.getString("period")), row.getString("statute")));
    }
}
