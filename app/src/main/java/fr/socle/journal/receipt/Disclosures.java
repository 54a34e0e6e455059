package fr.socle.journal.receipt;

import fr.socle.journal.Audience;
import fr.socle.journal.format.LogEntry;
import fr.socle.journal.format.Receipt.Disclosure;
import fr.socle.journal.format.StatementLine.Content;
import fr.socle.journal.log.LogReader;
import fr.socle.journal.store.ContentStore.ContentRow;
import fr.socle.journal.store.ContentStore.Row;
import fr.socle.journal.store.PersonKeys;
import fr.socle.journal.store.PersonKeys.PersonKey;
import fr.socle.journal.store.StoredPart;
import fr.socle.kernel.PersonRef;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Opens the parts of one reader, and gives the commitments of the others. */
@Component
public class Disclosures {

    private final LogReader reader;
    private final PersonKeys keys;

    Disclosures(LogReader reader, PersonKeys keys) {
        this.reader = reader;
        this.keys = keys;
    }

    /** What this audience reads of an entry; nothing of one that was erased. */
    public List<Disclosure> toReader(Row row, Audience audience) {
        return of(row, part -> part.audiences().contains(audience));
    }

    List<Disclosure> of(Row row, Predicate<StoredPart> readable) {
        return row.content() instanceof ContentRow content
                ? of(content, readable, reader.keysOf(List.of(row)))
                : List.of();
    }

    /** The parts that are about this person and that they may read. */
    Predicate<StoredPart> readableBy(PersonRef person) {
        var own = keys.idsOf(person);
        return part -> part.audiences().contains(Audience.PERSONNE) && own.contains(part.key());
    }

    /** What a person reads of these entries, by their index; nothing of those that were erased. */
    public Map<Long, Content> toPerson(Collection<Row> rows, PersonRef person) {
        var readable = readableBy(person);
        var available = reader.keysOf(List.copyOf(rows));
        var all = new HashMap<Long, Content>();
        for (var row : rows) {
            if (row.content() instanceof ContentRow content) {
                all.put(row.index(), new Content.Parts(of(content, readable, available)));
            }
        }
        return all;
    }

    private List<Disclosure> of(
            ContentRow content, Predicate<StoredPart> readable, Map<Long, PersonKey> available) {
        return content.parts().stream().map(part -> of(part, readable, available)).toList();
    }

    private Disclosure of(
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
