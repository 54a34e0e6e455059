package fr.socle.journal.check;

import fr.socle.journal.check.CheckReport.Tally;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Cosignature;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.log.PublishedFile;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.CheckpointStore.Endorsed;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.TileStore;
import fr.socle.journal.store.TileStore.MissingTile;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was signed, by the log and by its witnesses, against the tree. */
@Component
class PublishedCheck {

    private static final int BATCH = 1000;

    private final CheckpointStore checkpoints;
    private final TileStore tiles;
    private final PublishedFile file;

    PublishedCheck(CheckpointStore checkpoints, TileStore tiles, PublishedFile file) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.file = file;
    }

    /** What this node saw published, whatever the database says of it today. */
    Optional<Checkpoint> remembered() {
        return file.last();
    }

    void checkMemory(Checkpoint remembered, List<LogHead> heads, Tally tally) {
        var log = heads.stream().filter(it -> it.origin().equals(remembered.origin())).findFirst();
        if (log.isEmpty()) {
            tally.fault("this node published " + remembered.origin() + ", a log that is not here");
        } else if (log.get().size() < remembered.size()) {
            // a log that was lost in part and closed is quoted by the one that continues it
            if (log.get() != heads.getLast()) {
                return;
            }
            tally.fault(
                    "this node published %s over %d entries, there are %d: an older backup was restored"
                            .formatted(remembered.origin(), remembered.size(), log.get().size()));
        } else {
            checkRoot(log.get(), remembered, tally);
        }
    }

    /** Every checkpoint that is kept, the oldest first, with its cosignatures. */
    void check(LogHead head, Tally tally) {
        var after = 0L;
        var batch = checkpoints.after(head.log(), after, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(it -> check(head, it, tally));
            after = batch.getLast().checkpoint().size();
            batch = checkpoints.after(head.log(), after, BATCH);
        }
    }

    private void check(LogHead head, Endorsed endorsed, Tally tally) {
        var published = endorsed.checkpoint();
        var checkpoint = Checkpoint.parse(published.note().text());
        for (var it : endorsed.witnesses()) {
            if (Cosignature.verify(checkpoint, it.line(), it.witness()).isEmpty()) {
                tally.fault(
                        "the cosignature of %s at %d of %s is false"
                                .formatted(it.witness().name(), checkpoint.size(), head.origin()));
            }
        }
        if (!published.note().signedBy(head.verifier())) {
            tally.fault(
                    "the checkpoint of "
                            + head.origin()
                            + " at "
                            + checkpoint.size()
                            + " is not signed by its key");
        }
        if (!checkpoint.origin().equals(head.origin())) {
            tally.fault("the checkpoint of " + head.origin() + " is that of another log");
        }
        if (checkpoint.size() > head.size()) {
            tally.fault(
                    "a checkpoint over "
                            + checkpoint.size()
                            + " entries was published, there are "
                            + head.size());
        } else {
            checkRoot(head, checkpoint, tally);
        }
    }

    /** Of a tree whose beginning was pruned, what is older than that cannot be made again. */
    private void checkRoot(LogHead head, Checkpoint checkpoint, Tally tally) {
        if (checkpoint.size() < head.minimum()) {
            return;
        }
        try {
            var root = tiles.ask(head.log(), it -> Merkle.root(it, checkpoint.size()));
            if (!root.equals(checkpoint.root())) {
                tally.fault(
                        "the tree at " + checkpoint.size() + " is not the one that was published");
            }
        } catch (MissingTile gone) {
            tally.fault(
                    "the tree at " + checkpoint.size() + " cannot be read: " + gone.getMessage());
        }
    }
}
