package fr.socle.habilitations.store;

import fr.socle.habilitations.formulaire.Bloc;
import fr.socle.habilitations.formulaire.Formulaire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What kinds of data ask. */
@Component
public class FormulaireStore {

    private final JdbcClient db;

    FormulaireStore(JdbcClient db) {
        this.db = db;
    }

    public List<Formulaire> all() {
        return db.sql("SELECT * FROM habilitations.formulaire")
                .query((row, _) -> formulaire(row))
                .list();
    }

    /** False when another version stands there. */
    public boolean save(Formulaire it, Instant now) {
        return db.sql(
                                """
                                INSERT INTO habilitations.formulaire AS present
                                       (data_set, introduction, blocs, longest_retention, open, version, changed_at)
                                VALUES (:set, :introduction, :blocs, :longest, :open, :version + 1, :now)
                                ON CONFLICT (data_set) DO UPDATE
                                   SET introduction = excluded.introduction, blocs = excluded.blocs,
                                       longest_retention = excluded.longest_retention, open = excluded.open,
                                       version = excluded.version, changed_at = excluded.changed_at
                                 WHERE present.version = :version
                                """)
                        .param("set", it.dataSet())
                        .param("introduction", it.introduction())
                        .param("blocs", it.blocs().stream().map(Bloc::code).toArray(String[]::new))
                        .param("longest", it.longestRetention())
                        .param("open", it.open())
                        .param("version", it.version())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Formulaire formulaire(ResultSet row) throws SQLException {
        var blocs = EnumSet.noneOf(Bloc.class);
        var words = (String[]) row.getArray("blocs").getArray();
        Arrays.stream(words).forEach(word -> Bloc.of(word).ifPresent(blocs::add));
        return new Formulaire(
                row.getString("data_set"),
                row.getString("introduction"),
                blocs,
                row.getInt("longest_retention"),
                row.getBoolean("open"),
                row.getLong("version"));
    }
}
