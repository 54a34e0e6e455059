package fr.socle.journal.check;

import fr.socle.journal.store.ContentStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** Reads a log's rows in order, and goes on beside those that were damaged. */
@Component
class RowReader {

    private final ContentStore contents;

    RowReader(ContentStore contents) {
        this.contents = contents;
    }

    /** At most {@code limit} rows from this index on, in order. */
    List<ReadRow> from(int log, long index, int limit) {
        try {
            return contents.from(log, index, limit).stream()
                    .<ReadRow>map(ReadRow.Readable::new)
                    .toList();
        } catch (IllegalArgumentException | IllegalStateException damaged) {
            return LongStream.range(index, index + limit)
                    .mapToObj(it -> one(log, it))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private Optional<ReadRow> one(int log, long index) {
        try {
            return contents.find(log, index).map(ReadRow.Readable::new);
        } catch (IllegalArgumentException | IllegalStateException damaged) {
            return Optional.of(new ReadRow.Damaged(index));
        }
    }
}
