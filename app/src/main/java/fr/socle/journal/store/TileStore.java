package fr.socle.journal.store;

import fr.socle.journal.format.Tiles;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The Merkle tiles of every log. */
@Component
public class TileStore {

    /**
     * @param hashes 1 to 256 hashes of 32 bytes
     */
    public record Tile(int level, long n, byte[] hashes) {}

    private final JdbcClient db;

    TileStore(JdbcClient db) {
        this.db = db;
    }

    /** The tile as wide as it is now. */
    public Optional<byte[]> find(int log, int level, long n) {
        return db.sql(
                        "SELECT hashes FROM journal.tile WHERE log = :log AND level = :level AND n = :n")
                .param("log", log)
                .param("level", level)
                .param("n", n)
                .query((row, _) -> row.getBytes("hashes"))
                .optional();
    }

    /** Reads a log's tree; a missing tile is a fault. */
    public Tiles.Source of(int log) {
        return (level, n) -> find(log, level, n).orElseThrow(() -> new MissingTile(log, level, n));
    }

    /** Writes new tiles and lets partial ones grow, in the transaction that moves the head. */
    public void write(int log, Collection<Tile> tiles) {
        db.sql(
                        """
                INSERT INTO journal.tile (log, level, n, hashes)
                SELECT :log, level, n, hashes FROM unnest(:levels, :ns, :hashes) AS made (level, n, hashes)
                ON CONFLICT (log, level, n) DO UPDATE SET hashes = excluded.hashes
                """)
                .param("log", log)
                .param("levels", tiles.stream().map(Tile::level).toArray(Integer[]::new))
                .param("ns", tiles.stream().map(Tile::n).toArray(Long[]::new))
                .param("hashes", tiles.stream().map(Tile::hashes).toArray(byte[][]::new))
                .update();
    }

    /** Removes the tiles that lie wholly before this index: no proof at or above it needs them. */
    public int prune(int log, long minimum) {
        return db.sql(
                        """
                DELETE FROM journal.tile
                WHERE log = :log AND (n + 1) * power(256, level + 1)::numeric <= :minimum
                """)
                .param("log", log)
                .param("minimum", minimum)
                .update();
    }

    /** The numbers of this level's tiles from {@code from} on, in order. */
    public List<Tile> from(int log, int level, long from, int limit) {
        return db.sql(
                        """
                SELECT level, n, hashes FROM journal.tile
                WHERE log = :log AND level = :level AND n >= :from ORDER BY n LIMIT :limit
                """)
                .param("log", log)
                .param("level", level)
                .param("from", from)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new Tile(
                                        row.getInt("level"),
                                        row.getLong("n"),
                                        row.getBytes("hashes")))
                .list();
    }

    /** A tile that the head needs is not there. */
    public static final class MissingTile extends RuntimeException {
        MissingTile(int log, int level, long n) {
            super("log " + log + " has no tile " + level + "/" + n);
        }
    }
}
