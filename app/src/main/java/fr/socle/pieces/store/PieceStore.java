package fr.socle.pieces.store;

import fr.socle.kernel.PersonRef;
import fr.socle.pieces.Owner;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the pieces: written, found, kept, purged. */
@Component
public class PieceStore {

    private final JdbcClient db;

    PieceStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(Piece piece, byte[] sealedKey) {
        db.sql(
                        """
                        INSERT INTO pieces.piece (id, owner_block, owner_reference, person, name, type, size, sha256,
                                                  sealed_key, state, state_since, deposited_at, next_scan_at)
                        VALUES (:id, :block, :reference, :person, :name, :type, :size, :sha256,
                                :key, :state, :now, :now, :now)
                        """)
                .param("id", piece.id().value())
                .param("block", piece.owner().block())
                .param("reference", piece.owner().reference())
                .param("person", person(piece.owner()), java.sql.Types.OTHER)
                .param("name", piece.name())
                .param("type", piece.type())
                .param("size", piece.size())
                .param("sha256", HexFormat.of().parseHex(piece.sha256()))
                .param("key", sealedKey)
                .param("state", States.word(piece.state()))
                .param("now", piece.depositedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<PieceRow> find(PieceId id) {
        return db.sql("SELECT * FROM pieces.piece WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> row(row))
                .optional();
    }

    /** Those of these that were not purged. */
    public List<Piece> find(Collection<PieceId> ids) {
        return db.sql("SELECT * FROM pieces.piece WHERE id = ANY(:ids) AND state <> 'purgee'")
                .param("ids", ids.stream().map(PieceId::value).toArray(UUID[]::new))
                .query((row, _) -> row(row).piece())
                .list();
    }

    /** The pieces of an owner that were not purged, the oldest first. */
    public List<Piece> ofOwner(String block, String reference) {
        return db.sql(
                        """
                        SELECT * FROM pieces.piece
                        WHERE owner_block = :block AND owner_reference = :reference AND state <> 'purgee'
                        ORDER BY deposited_at, id
                        """)
                .param("block", block)
                .param("reference", reference)
                .query((row, _) -> row(row).piece())
                .list();
    }

    /** False when there is no such piece any more. */
    public boolean keepUntil(PieceId id, LocalDate lastDay) {
        return db.sql(
                                """
                                UPDATE pieces.piece SET kept_until = :day WHERE id = :id AND state <> 'purgee'
                                """)
                        .param("id", id.value())
                        .param("day", lastDay)
                        .update()
                == 1;
    }

    /** Erases the key, the name and the digest; empty when they were already gone. */
    public Optional<Owner> purge(PieceId id, String motif, Instant now) {
        return db.sql(
                        """
                        UPDATE pieces.piece
                        SET state = 'purgee', state_since = :now, motif = :motif, name = '', sha256 = NULL,
                            sealed_key = NULL, scan_problem = NULL
                        WHERE id = :id AND state <> 'purgee'
                        RETURNING owner_block, owner_reference, person
                        """)
                .param("id", id.value())
                .param("motif", motif)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> owner(row))
                .optional();
    }

    /** Pieces whose last day is over. */
    public List<PieceId> due(LocalDate today, int limit) {
        return ids(
                db.sql(
                                """
                                SELECT id FROM pieces.piece
                                WHERE state <> 'purgee' AND kept_until < :today ORDER BY kept_until LIMIT :limit
                                """)
                        .param("today", today)
                        .param("limit", limit));
    }

    /** Purged pieces whose file may still be there. */
    public List<PieceId> filesToDelete(int limit) {
        return ids(
                db.sql(
                                """
                                SELECT id FROM pieces.piece
                                WHERE state = 'purgee' AND file_deleted_at IS NULL LIMIT :limit
                                """)
                        .param("limit", limit));
    }

    public void fileDeleted(PieceId id, Instant now) {
        db.sql(
                        """
                        UPDATE pieces.piece SET file_deleted_at = :now
                        WHERE id = :id AND state = 'purgee' AND file_deleted_at IS NULL
                        """)
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of these ids for which a file should be there. */
    public Set<PieceId> living(Collection<PieceId> among) {
        var wanted = among.stream().map(PieceId::value).toArray(UUID[]::new);
        return new HashSet<>(
                ids(
                        db.sql(
                                        """
                                        SELECT id FROM pieces.piece WHERE id = ANY (:ids) AND state <> 'purgee'
                                        """)
                                .param("ids", wanted)));
    }

    /** Living pieces in the order of their ids, after this one, to look through all of them. */
    public List<PieceId> livingAfter(@Nullable PieceId last, int limit) {
        return ids(
                db.sql(
                                """
                                SELECT id FROM pieces.piece
                                WHERE state <> 'purgee' AND id > :last ORDER BY id LIMIT :limit
                                """)
                        .param("last", last == null ? new UUID(0, 0) : last.value())
                        .param("limit", limit));
    }

    private static List<PieceId> ids(JdbcClient.StatementSpec statement) {
        return statement.query((row, _) -> new PieceId(row.getObject("id", UUID.class))).list();
    }

    static PieceRow row(ResultSet row) throws SQLException {
        var digest = row.getBytes("sha256");
        return new PieceRow(
                new Piece(
                        new PieceId(row.getObject("id", UUID.class)),
                        owner(row),
                        row.getString("name"),
                        row.getString("type"),
                        row.getLong("size"),
                        digest == null ? "" : HexFormat.of().formatHex(digest),
                        States.read(row),
                        States.instant(row, "deposited_at"),
                        row.getObject("kept_until", LocalDate.class)),
                row.getBytes("sealed_key"));
    }

    private static Owner owner(ResultSet row) throws SQLException {
        var person = row.getObject("person", UUID.class);
        return new Owner(
                row.getString("owner_block"),
                row.getString("owner_reference"),
                person == null ? null : new PersonRef(person));
    }

    private static @Nullable UUID person(Owner owner) {
        return owner.person() == null ? null : owner.person().value();
    }
}
