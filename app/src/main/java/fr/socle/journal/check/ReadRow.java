package fr.socle.journal.check;

import fr.socle.journal.store.ContentStore.Row;

/** A row of a log, as far as its bytes still mean something. */
sealed interface ReadRow {

    long index();

    /** It could be read; whether it holds is another question. */
    record Readable(Row row) implements ReadRow {
        @Override
        public long index() {
            return row.index();
        }
    }

    /** Its bytes were changed so that they cannot even be read. */
    record Damaged(long index) implements ReadRow {}
}
