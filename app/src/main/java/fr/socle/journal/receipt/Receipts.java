package fr.socle.journal.receipt;

import fr.socle.journal.Audience;
import fr.socle.journal.format.LogEntry;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.Receipt;
import fr.socle.journal.format.Receipt.Disclosure;
import fr.socle.journal.format.SignedNote;
import fr.socle.journal.log.LogReader;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.CheckpointStore.Cosigned;
import fr.socle.journal.store.CheckpointStore.Endorsed;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.ContentStore.ContentRow;
import fr.socle.journal.store.ContentStore.Row;
import fr.socle.journal.store.PersonKeys;
import fr.socle.journal.store.PersonKeys.PersonKey;
import fr.socle.journal.store.StoredPart;
import fr.socle.journal.store.TileStore;
import fr.socle.kernel.PersonRef;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Makes receipts. Each opens only its reader's parts; of the others it carries the commitments. */
@Component
public class Receipts {

    private final ContentStore contents;
    private final CheckpointStore checkpoints;
    private final TileStore tiles;
    private final LogReader reader;
    private final PersonKeys keys;

    Receipts(
            ContentStore contents,
            CheckpointStore checkpoints,
            TileStore tiles,
            LogReader reader,
            PersonKeys keys) {

        this.contents = contents;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.reader = reader;
        this.keys = keys;
    }

    /**
     * The receipt of an administration, a DPO or an auditor; empty until a checkpoint covers the
     * entry.
     */
    public Optional<Receipt> forReader(int log, long index, Audience audience) {
        if (audience == Audience.PERSONNE) {
            throw new IllegalArgumentException("a person's receipt opens the parts of one person");
        }
        return make(log, index, part -> part.audiences().contains(audience));
    }

    /** The receipt of a person: it opens the parts that are about this person and no one else. */
    public Optional<Receipt> forPerson(int log, long index, PersonRef person) {
        var own = keys.idsOf(person);
        return make(
                log,
                index,
                part -> part.audiences().contains(Audience.PERSONNE) && own.contains(part.key()));
    }

    private Optional<Receipt> make(int log, long index, Predicate<StoredPart> readable) {
        var row = contents.find(log, index);
        var content = row.map(Row::content);
        if (row.isEmpty() || content.isEmpty()) {
            return Optional.empty();
        }
        return checkpoints
                .best(log, index)
                .map(it -> make(log, row.get(), content.get(), it, readable));
    }

    private Receipt make(
            int log,
            Row row,
            ContentRow content,
            Endorsed endorsed,
            Predicate<StoredPart> readable) {
        var available = reader.keysOf(List.of(row));
        var parts =
                content.parts().stream().map(part -> disclose(part, readable, available)).toList();
        var checkpoint = endorsed.checkpoint();
        return new Receipt(
                row.index(),
                row.entry().link(),
                parts,
                endorsed.witnesses().stream().map(Cosigned::witness).toList(),
                tiles.ask(log, it -> Merkle.inclusion(it, row.index(), checkpoint.size())),
                cosign(checkpoint.note(), endorsed.witnesses()));
    }

    private static SignedNote cosign(SignedNote note, List<Cosigned> cosigned) {
        var all = note;
        for (var it : cosigned) {
            all = all.with(it.line());
        }
        return all;
    }

    private Disclosure disclose(
            StoredPart part, Predicate<StoredPart> readable, Map<Long, PersonKey> available) {
        var opened =
                readable.test(part) ? reader.opened(part, available) : Optional.<byte[]>empty();
        return opened.<Disclosure>map(
                        bytes ->
                                new Disclosure.Open(
                                        Arrays.copyOf(bytes, LogEntry.SALT_BYTES),
                                        Arrays.copyOfRange(
                                                bytes, LogEntry.SALT_BYTES, bytes.length)))
                .orElseGet(() -> new Disclosure.Closed(part.commitment()));
    }
}
