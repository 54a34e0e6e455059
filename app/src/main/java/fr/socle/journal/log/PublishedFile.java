package fr.socle.journal.log;

import fr.socle.house.DataFolder;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * The last published checkpoint, in a file of this node: the memory that no restored backup can
 * take away.
 */
@Component
public class PublishedFile {

    private static final String NAME = "journal/publie";

    private final DataFolder folder;
    private final AtomicReference<Optional<SignedNote>> note;

    PublishedFile(DataFolder folder) {
        this.folder = folder;
        this.note =
                new AtomicReference<>(
                        folder.read(NAME)
                                .map(
                                        it ->
                                                SignedNote.parse(
                                                        new String(it, StandardCharsets.UTF_8))));
    }

    public Optional<Checkpoint> last() {
        return note.get().map(it -> Checkpoint.parse(it.text()));
    }

    public Optional<SignedNote> lastNote() {
        return note.get();
    }

    /**
     * Keeps a checkpoint durably before anybody else may see it. An older one of the same log
     * changes nothing.
     */
    public synchronized void keep(SignedNote published) {
        var checkpoint = Checkpoint.parse(published.text());
        var known = last();
        if (known.isPresent()
                && known.get().origin().equals(checkpoint.origin())
                && known.get().size() >= checkpoint.size()) {
            return;
        }
        folder.write(NAME, published.write().getBytes(StandardCharsets.UTF_8));
        note.set(Optional.of(published));
    }
}
