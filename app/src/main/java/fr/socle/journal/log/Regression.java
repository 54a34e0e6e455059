package fr.socle.journal.log;

import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.SignedNote;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.TileStore;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A log never goes back. What was last published is also kept outside the database; after a
 * restored backup, or a failover to a replica that lagged, the database has less than that, and
 * nothing is integrated or signed until the operator opens a new log.
 */
@Component
public class Regression {

    /** Whether the database still holds what was published. */
    public sealed interface Standing {
        /** It does. */
        record Sound() implements Standing {}

        /** It holds less: an older backup, a lagging replica. */
        record Behind(Checkpoint published, Checkpoint found) implements Standing {}

        /** It holds something else at that size, or another log. */
        record Forked(Checkpoint published, Checkpoint found) implements Standing {}
    }

    private static final Standing SOUND = new Standing.Sound();

    private final PublishedFile file;
    private final LogStore logs;
    private final TileStore tiles;
    private volatile Standing last = SOUND;

    Regression(PublishedFile file, LogStore logs, TileStore tiles) {
        this.file = file;
        this.logs = logs;
        this.tiles = tiles;
    }

    /**
     * The quick question, asked under the head's lock before anything is integrated. A fork that
     * has outgrown what was published is known from the last full answer.
     */
    boolean allows(LogHead head) {
        var forked =
                last instanceof Standing.Forked(_, var found)
                        && found.origin().equals(head.origin());
        return !forked && worst(it -> sizes(it, head), head) instanceof Standing.Sound;
    }

    /**
     * The full question, asked before anything is signed: does the present tree begin with the
     * published one?
     */
    public Standing standing(LogHead head) {
        last = worst(it -> standing(it, head), head);
        return last;
    }

    /** What this node remembers, or another one if that is more of the same log. */
    public Optional<SignedNote> newest(LogHead head) {
        var theirs = head.remembered();
        var longer =
                theirs.map(it -> Checkpoint.parse(it.text()))
                        .filter(
                                it ->
                                        file.last()
                                                .filter(mine -> mine.origin().equals(it.origin()))
                                                .map(mine -> mine.size() < it.size())
                                                .orElse(true));
        return longer.isPresent() ? theirs : file.lastNote();
    }

    private Standing worst(Function<Checkpoint, Standing> question, LogHead head) {
        return Stream.of(file.last(), head.remembered().map(it -> Checkpoint.parse(it.text())))
                .flatMap(Optional::stream)
                .map(question)
                .filter(it -> !(it instanceof Standing.Sound))
                .findFirst()
                .orElse(SOUND);
    }

    private Standing standing(Checkpoint published, LogHead head) {
        var bySize = sizes(published, head);
        if (!(bySize instanceof Standing.Sound) || !published.origin().equals(head.origin())) {
            return bySize;
        }
        var root = tiles.ask(head.log(), it -> Merkle.root(it, published.size()));
        return root.equals(published.root())
                ? SOUND
                : new Standing.Forked(published, head.checkpoint());
    }

    private Standing sizes(Checkpoint published, LogHead head) {
        if (!published.origin().equals(head.origin())) {
            return follows(published, head)
                    ? SOUND
                    : new Standing.Forked(published, head.checkpoint());
        }
        if (head.size() < published.size()) {
            return new Standing.Behind(published, head.checkpoint());
        }
        return head.size() > published.size() || head.root().equals(published.root())
                ? SOUND
                : new Standing.Forked(published, head.checkpoint());
    }

    /**
     * Another origin is fine when it is that of an earlier log: this node slept while a new one was
     * opened.
     */
    private boolean follows(Checkpoint published, LogHead head) {
        return logs.all().stream()
                .anyMatch(log -> log.log() < head.log() && log.origin().equals(published.origin()));
    }
}
