package fr.socle.journal.check;

import fr.socle.journal.check.CheckReport.Tally;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.TileStore;
import org.springframework.stereotype.Component;

/** The last signed state against the tree. */
@Component
class PublishedCheck {

    private final CheckpointStore checkpoints;
    private final TileStore tiles;

    PublishedCheck(CheckpointStore checkpoints, TileStore tiles) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
    }

    void check(LogHead head, Tally tally) {
        var published = checkpoints.last(head.log());
        if (published.isEmpty()) {
            return;
        }
        var checkpoint = Checkpoint.parse(published.get().note().text());
        if (!published.get().note().signedBy(head.verifier())) {
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
        } else if (!tiles.ask(head.log(), it -> Merkle.root(it, checkpoint.size()))
                .equals(checkpoint.root())) {
            tally.fault("the tree at " + checkpoint.size() + " is not the one that was published");
        }
    }
}
