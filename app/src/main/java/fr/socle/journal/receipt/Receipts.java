package fr.socle.journal.receipt;

import fr.socle.journal.Audience;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.Receipt;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.CheckpointStore.Cosigned;
import fr.socle.journal.store.CheckpointStore.Endorsed;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.ContentStore.Row;
import fr.socle.journal.store.StoredPart;
import fr.socle.journal.store.TileStore;
import fr.socle.kernel.PersonRef;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Makes receipts. Each opens only its reader's parts; of the others it carries the commitments. */
@Component
public class Receipts {

    private final ContentStore contents;
    private final CheckpointStore checkpoints;
    private final TileStore tiles;
    private final Disclosures disclosures;

    Receipts(
            ContentStore contents,
            CheckpointStore checkpoints,
            TileStore tiles,
            Disclosures disclosures) {
        this.contents = contents;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.disclosures = disclosures;
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
        return make(log, index, disclosures.readableBy(person));
    }

    private Optional<Receipt> make(int log, long index, Predicate<StoredPart> readable) {
        var row = contents.find(log, index);
        if (row.map(Row::content).isEmpty()) {
            return Optional.empty();
        }
        return checkpoints.best(log, index).map(it -> make(log, row.get(), it, readable));
    }

    private Receipt make(int log, Row row, Endorsed endorsed, Predicate<StoredPart> readable) {
        var checkpoint = endorsed.checkpoint();
        return new Receipt(
                row.index(),
                row.entry().link(),
                disclosures.of(row, readable),
                endorsed.witnesses().stream().map(Cosigned::witness).toList(),
                tiles.ask(log, it -> Merkle.inclusion(it, row.index(), checkpoint.size())),
                endorsed.note());
    }
}
