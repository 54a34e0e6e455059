package fr.socle.journal.store;

import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.Tiles;
import fr.socle.journal.format.Tiles.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /**
     * Asks the tree of a log, whose tiles are read in one statement; a missing tile is a fault.
     *
     * @param question asks for the same nodes whatever their hashes are
     */
    public <T> T ask(int log, Function<Merkle.Nodes, T> question) {
        var read = find(log, Tiles.neededBy(question));
        return question.apply(new Tiles((level, n) -> tile(read, log, level, n)));
    }

    /** One look into the index for each: a plan for many rows would read the whole table. */
    private Map<Place, byte[]> find(int log, Set<Place> places) {
        var read = new HashMap<Place, byte[]>();
        db.sql(
                        """
                SELECT w.level, w.n, t.hashes
                FROM unnest(:levels, :ns) AS w (level, n)
                CROSS JOIN LATERAL (
                    SELECT hashes FROM journal.tile
                    WHERE log = :log AND level = w.level AND n = w.n LIMIT 1) AS t
                """)
                .param("log", log)
                .param("levels", places.stream().map(Place::level).toArray(Integer[]::new))
                .param("ns", places.stream().map(Place::n).toArray(Long[]::new))
                .query(
                        row -> {
                            read.put(
                                    new Place(row.getInt("level"), row.getLong("n")),
                                    row.getBytes("hashes"));
                        });
        return read;
    }

    private static byte[] tile(Map<Place, byte[]> read, int log, int level, long n) {
        var tile = read.get(new Place(level, n));
        if (tile == null) {
            throw new MissingTile(log, level, n);
        }
        return tile;
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
