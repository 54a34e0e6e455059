package fr.socle.journal.publish;

import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.SignedNote;
import fr.socle.journal.log.LogKeys;
import fr.socle.journal.log.PublishedFile;
import fr.socle.journal.log.Regression;
import fr.socle.journal.log.Regression.Standing;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Signs the head once it is committed: never a size below one that was published. */
@Component
public class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final LogStore logs;
    private final LogKeys keys;
    private final CheckpointStore checkpoints;
    private final Regression regression;
    private final PublishedFile file;
    private final AtomicReference<Standing> standing = new AtomicReference<>(new Standing.Sound());

    Publisher(
            LogStore logs,
            LogKeys keys,
            CheckpointStore checkpoints,
            Regression regression,
            PublishedFile file) {
        this.logs = logs;
        this.keys = keys;
        this.checkpoints = checkpoints;
        this.regression = regression;
        this.file = file;
    }

    /** Signs what is new; gives the checkpoint if there was anything to sign. */
    public Optional<SignedNote> publish() {
        return logs.current().flatMap(this::publish);
    }

    /** What the last attempt to sign found. */
    public Standing standing() {
        return standing.get();
    }

    private Optional<SignedNote> publish(LogHead head) {
        var last = checkpoints.last(head.log());
        if (!sound(head)) {
            contradicted().ifPresent(it -> tellOthers(head, it));
            return Optional.empty();
        }
        if (last.isPresent() && last.get().size() >= head.size()) {
            file.keep(last.get().note());
            return Optional.empty();
        }
        var checkpoint = head.checkpoint();
        var line = keys.signer(head).sign(checkpoint);
        var note = new SignedNote(checkpoint.text(), java.util.List.of(line));
        file.keep(note);
        checkpoints.add(head.log(), head.size(), note);
        checkpoints.tidy(head.log(), head.size());
        return Optional.of(note);
    }

    /**
     * A node that has no memory, or an older one, would sign a second history: it reads this one's.
     * Only what the database contradicts is told and taken over, or a fork would be.
     */
    private void tellOthers(LogHead head, Checkpoint contradicted) {
        var told = head.remembered().map(Publisher::checkpoint);
        if (told.equals(Optional.of(contradicted))) {
            head.remembered().ifPresent(file::keep);
        } else if (told.map(it -> it.size() < contradicted.size()).orElse(true)) {
            file.lastNote()
                    .filter(it -> it.signedBy(head.verifier()))
                    .ifPresent(it -> logs.remember(head.log(), it));
        }
    }

    private Optional<Checkpoint> contradicted() {
        return switch (standing.get()) {
            case Standing.Sound _ -> Optional.empty();
            case Standing.Behind(var published, _) -> Optional.of(published);
            case Standing.Forked(var published, _) -> Optional.of(published);
        };
    }

    private static Checkpoint checkpoint(SignedNote note) {
        return Checkpoint.parse(note.text());
    }

    private boolean sound(LogHead head) {
        var found = regression.standing(head);
        var before = standing.getAndSet(found);
        return switch (found) {
            case Standing.Sound _ -> true;
            case Standing.Behind(var published, var present) -> {
                if (!found.equals(before)) {
                    LOG.error(
                            "The journal signs nothing: it published size {} and the database holds {}. Restore a newer"
                                    + " backup, or open a new log.",
                            published.size(),
                            present.size());
                }
                yield false;
            }
            case Standing.Forked(var published, var present) -> {
                if (!found.equals(before)) {
                    LOG.error(
                            "The journal signs nothing: the database does not continue what was published ({} at {},"
                                    + " found {} at {}).",
                            published.origin(),
                            published.size(),
                            present.origin(),
                            present.size());
                }
                yield false;
            }
        };
    }
}
