package fr.socle.journal.log;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Link;
import fr.socle.journal.format.LogEntry;
import fr.socle.journal.format.MapLeaf;
import fr.socle.journal.store.ChainStore.Move;
import fr.socle.journal.store.ChainStore.Opening;
import fr.socle.journal.store.ChainStore.Standing;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The links of one batch, entry after entry. */
final class Linking {

    private final List<List<Hash>> concerned;
    private final Map<Hash, Standing> standing;
    private final Map<Hash, Standing> moved = new HashMap<>();
    private final List<Opening> openings = new ArrayList<>();
    private final byte[] random;
    private int entries;
    private int used;

    /**
     * @param concerned whom each entry of the batch concerns, in their order
     * @param standing how far they came before it
     */
    Linking(List<List<Hash>> concerned, Map<Hash, Standing> standing, SecureRandom source) {
        this.concerned = concerned;
        this.standing = standing;
        var salts = concerned.stream().mapToInt(List::size).sum() * Link.SALT_BYTES;
        var alone = (int) concerned.stream().filter(List::isEmpty).count() * Hash.BYTES;
        this.random = new byte[salts + alone];
        source.nextBytes(random);
    }

    /** The log entry of the next row: with its persons' links, or with a random one. */
    LogEntry next(Hash commitment, long index, LocalDate purgeMonth) {
        var persons = concerned.get(entries++);
        if (persons.isEmpty()) {
            return new LogEntry(commitment, Hash.of(take(Hash.BYTES)));
        }
        var salts = persons.stream().map(_ -> take(Link.SALT_BYTES)).toList();
        var links = new ArrayList<Hash>(persons.size());
        for (int i = 0; i < persons.size(); i++) {
            links.add(link(persons.get(i), salts.get(i)));
        }
        var entry = new LogEntry(commitment, Link.all(links));
        for (int i = 0; i < persons.size(); i++) {
            move(persons.get(i), salts.get(i), others(links, i), entry, index, purgeMonth);
        }
        return entry;
    }

    List<Move> moves() {
        return moved.entrySet().stream()
                .map(it -> new Move(number(standing.get(it.getKey())), it.getValue()))
                .toList();
    }

    List<Opening> openings() {
        return openings;
    }

    private Hash link(Hash key, byte[] salt) {
        var before = before(key);
        return before == null
                ? Link.of(salt, 1, Link.beforeTheFirst())
                : Link.of(salt, before.last().n() + 1, before.last().entry().bytes());
    }

    private void move(
            Hash key, byte[] salt, byte[] others, LogEntry entry, long index, LocalDate month) {
        var before = before(key);
        var n = number(before) + 1;
        // because the numbers before it could not be reached without this link
        var kept = before == null || before.kept().isBefore(month) ? month : before.kept();
        openings.add(new Opening(kept, index, key, n, salt, others));
        moved.put(key, new Standing(new MapLeaf(key, n, entry), kept));
    }

    private static long number(@Nullable Standing standing) {
        return standing == null ? 0 : standing.last().n();
    }

    private @Nullable Standing before(Hash key) {
        var here = moved.get(key);
        return here == null ? standing.get(key) : here;
    }

    private static byte[] others(List<Hash> links, int without) {
        var others = new byte[(links.size() - 1) * Hash.BYTES];
        var at = 0;
        for (int i = 0; i < links.size(); i++) {
            if (i != without) {
                links.get(i).into(others, at);
                at += Hash.BYTES;
            }
        }
        return others;
    }

    private byte[] take(int bytes) {
        used += bytes;
        return Arrays.copyOfRange(random, used - bytes, used);
    }
}
