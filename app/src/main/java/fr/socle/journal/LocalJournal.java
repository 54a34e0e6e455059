package fr.socle.journal;

import fr.socle.journal.append.JournalWriter;
import fr.socle.journal.log.Erasure;
import fr.socle.journal.log.LogReader;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.LogStore;
import fr.socle.kernel.PersonRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The journal of this process and its database. */
@Component
class LocalJournal implements Journal {

    private final JournalWriter writer;
    private final LogReader reader;
    private final LogStore logs;
    private final ContentStore contents;
    private final Erasure erasure;

    LocalJournal(
            JournalWriter writer,
            LogReader reader,
            LogStore logs,
            ContentStore contents,
            Erasure erasure) {
        this.writer = writer;
        this.reader = reader;
        this.logs = logs;
        this.contents = contents;
        this.erasure = erasure;
    }

    @Override
    public Reference append(Entry entry) {
        return writer.append(entry);
    }

    @Override
    public Reference appendAlone(Entry entry) {
        return writer.appendAlone(entry);
    }

    @Override
    public Optional<LoggedEntry> at(long index) {
        return logs.current().flatMap(head -> reader.find(head.log(), index));
    }

    @Override
    public Optional<LoggedEntry> find(UUID id) {
        return contents.place(id).flatMap(place -> reader.find(place.log(), place.index()));
    }

    @Override
    public List<LoggedEntry> from(long index, int limit) {
        return logs.current().map(head -> reader.from(head.log(), index, limit)).orElse(List.of());
    }

    @Override
    public boolean erase(long index, String motif) {
        return erasure.erase(index, motif);
    }

    @Override
    public boolean erasePerson(PersonRef person, String motif) {
        return erasure.erasePerson(person, motif);
    }
}
