package fr.socle;

import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.Reference;
import fr.socle.kernel.PersonRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** The real journal, for tests that stand before it and change one thing. */
@NullMarked
public abstract class DelegatingJournal implements Journal {

    private final Journal real;

    protected DelegatingJournal(Journal real) {
        this.real = real;
    }

    @Override
    public Reference append(Entry entry) {
        return real.append(entry);
    }

    @Override
    public Reference appendAlone(Entry entry) {
        return real.appendAlone(entry);
    }

    @Override
    public Optional<LoggedEntry> at(long index) {
        return real.at(index);
    }

    @Override
    public Optional<LoggedEntry> find(UUID id) {
        return real.find(id);
    }

    @Override
    public List<LoggedEntry> from(long index, int limit) {
        return real.from(index, limit);
    }

    @Override
    public boolean erase(long index, String motif) {
        return real.erase(index, motif);
    }

    @Override
    public boolean erasePerson(PersonRef person, String motif) {
        return real.erasePerson(person, motif);
    }
}
