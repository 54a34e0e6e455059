package fr.socle.journal.log;

import fr.socle.journal.append.JournalWriter;
import fr.socle.journal.store.ChainStore;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.PersonKeys;
import fr.socle.kernel.PersonRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Erases what may be erased, and says so in the same transaction. */
@Component
public class Erasure {

    private final LogStore logs;
    private final ContentStore contents;
    private final PersonKeys keys;
    private final ChainStore chains;
    private final Pseudonyms pseudonyms;
    private final JournalWriter writer;

    Erasure(
            LogStore logs,
            ContentStore contents,
            PersonKeys keys,
            ChainStore chains,
            Pseudonyms pseudonyms,
            JournalWriter writer) {
        this.logs = logs;
        this.contents = contents;
        this.keys = keys;
        this.chains = chains;
        this.pseudonyms = pseudonyms;
        this.writer = writer;
    }

    @Transactional
    public boolean erase(long index, String motif) {
        var log = logs.current().orElseThrow().log();
        if (!contents.erase(log, index)) {
            return false;
        }
        writer.append(new Effacement(new Effacement.Scope.OfEntry(log, index), motif));
        return true;
    }

    @Transactional
    public boolean erasePerson(PersonRef person, String motif) {
        var erased = keys.erase(person);
        erased.forEach(
                key -> writer.append(new Effacement(new Effacement.Scope.OfKey(key), motif)));
        logs.all().forEach(head -> forgetLinks(head, person));
        return !erased.isEmpty();
    }

    private void forgetLinks(LogHead head, PersonRef person) {
        head.links()
                .map(links -> pseudonyms.of(links).of(person))
                .ifPresent(key -> chains.forget(head.log(), key));
    }
}
