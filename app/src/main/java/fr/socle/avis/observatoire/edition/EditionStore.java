package fr.socle.avis.observatoire.edition;

import fr.socle.avis.observatoire.indicator.Board;
import fr.socle.avis.observatoire.indicator.Quarter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Editions: written once. */
@Component
class EditionStore {

    /** Any number that nobody else locks by. */
    private static final long LOCK = 0x0b5e_7a70_12e5L;

    private static final String HEAD =
            "SELECT quarter, frozen_at, digest, reference FROM avis.edition ";

    private final JdbcClient db;

    EditionStore(JdbcClient db) {
        this.db = db;
    }

    /** One node freezes at a time; held until the transaction ends. */
    void lock() {
        db.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
    }

    /** Whether this house measured anything in these days. */
    boolean measured(LocalDate first, LocalDate last) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM avis.opinion WHERE day BETWEEN :first AND :last)
                            OR EXISTS (SELECT FROM avis.probe_day WHERE day BETWEEN :first AND :last)
                        """)
                .param("first", first)
                .param("last", last)
                .query(Boolean.class)
                .single();
    }

    void insert(Edition edition, String csv, List<Board.Line> lines) {
        db.sql(
                        """
                        INSERT INTO avis.edition (quarter, frozen_at, csv, digest, reference)
                        VALUES (:quarter, :now, :csv, :digest, :reference)
                        """)
                .param("quarter", edition.quarter().first())
                .param("now", Timestamp.from(edition.frozenAt()))
                .param("csv", csv)
                .param("digest", edition.digest())
                .param("reference", edition.reference())
                .update();
        db.sql(
                        """
                        INSERT INTO avis.edition_line (quarter, position, demarche, line)
                        SELECT :quarter, l.position, l.demarche, l.line
                          FROM unnest(:demarches, :lines) WITH ORDINALITY AS l (demarche, line, position)
                        """)
                .param("quarter", edition.quarter().first())
                .param(
                        "demarches",
                        lines.stream().map(it -> it.demarche().id()).toArray(UUID[]::new))
                .param("lines", lines.stream().map(LineJson::write).toArray(String[]::new))
                .update();
    }

    /** The newest first. */
    List<Edition> all() {
        return db.sql(HEAD + "ORDER BY quarter DESC").query(EditionStore::edition).list();
    }

    Optional<Edition> find(Quarter quarter) {
        return db.sql(HEAD + "WHERE quarter = :quarter")
                .param("quarter", quarter.first())
                .query(EditionStore::edition)
                .optional();
    }

    Board board(Quarter quarter) {
        var lines =
                db.sql(
                                "SELECT line FROM avis.edition_line WHERE quarter = :quarter ORDER BY position")
                        .param("quarter", quarter.first())
                        .query((row, _) -> LineJson.read(row.getString("line")))
                        .list();
        return new Board(quarter.first(), quarter.last(), lines);
    }

    String csv(Quarter quarter) {
        return db.sql("SELECT csv FROM avis.edition WHERE quarter = :quarter")
                .param("quarter", quarter.first())
                .query(String.class)
                .single();
    }

    /** What the last editions said of one procedure, the oldest first. */
    Map<Quarter, Board.Line> history(UUID demarche, int most) {
        var found = new LinkedHashMap<Quarter, Board.Line>();
        db.sql(
                        """
                        SELECT quarter, line
                          FROM (SELECT quarter, line FROM avis.edition_line WHERE demarche = :demarche
                                 ORDER BY quarter DESC LIMIT :most) newest
                         ORDER BY quarter
                        """)
                .param("demarche", demarche)
                .param("most", most)
                .query(
                        row -> {
                            found.put(
                                    Quarter.of(row.getObject("quarter", LocalDate.class)),
                                    LineJson.read(row.getString("line")));
                        });
        return found;
    }

    private static Edition edition(ResultSet row, int rank) throws SQLException {
        return new Edition(
                Quarter.of(row.getObject("quarter", LocalDate.class)),
                row.getTimestamp("frozen_at").toInstant(),
                row.getBytes("digest"),
                row.getObject("reference", UUID.class));
    }
}
