package fr.socle.journal.log;

import fr.socle.house.Keyring;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.journal.LoggedEntry.OpenPart;
import fr.socle.journal.format.CanonicalJson;
import fr.socle.journal.format.Heading;
import fr.socle.journal.format.LogEntry;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.ContentStore.ContentRow;
import fr.socle.journal.store.PersonKeys;
import fr.socle.journal.store.PersonKeys.PersonKey;
import fr.socle.journal.store.StoredPart;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads entries back and opens the parts whose keys still exist. */
@Component
public class LogReader {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ContentStore contents;
    private final PersonKeys keys;
    private final Keyring keyring;
    private final Clock clock;

    LogReader(ContentStore contents, PersonKeys keys, Keyring keyring, Clock clock) {
        this.contents = contents;
        this.keys = keys;
        this.keyring = keyring;
        this.clock = clock;
    }

    public Optional<LoggedEntry> find(int log, long index) {
        return contents.find(log, index).map(row -> open(log, List.of(row)).getFirst());
    }

    public List<LoggedEntry> at(int log, Collection<Long> indexes) {
        return open(log, contents.at(log, indexes));
    }

    public List<LoggedEntry> from(int log, long index, int limit) {
        return open(log, contents.from(log, index, limit));
    }

    /** Rows of this log, as far as their keys are there. */
    public List<LoggedEntry> open(int log, List<ContentStore.Row> rows) {
        var available = keysOf(rows);
        return rows.stream().map(row -> open(log, row, available)).toList();
    }

    /**
     * {@code salt ‖ canonical JSON} of a part, for whoever may read it: nothing when its key was
     * erased, or before the day on which it opens. Every reader passes here, so a deferred part
     * opens nowhere sooner, and everywhere on its day.
     */
    public Optional<byte[]> opened(StoredPart part, Map<Long, PersonKey> available) {
        var day = part.opensOn();
        return day != null && LocalDate.ofInstant(clock.instant(), PARIS).isBefore(day)
                ? Optional.empty()
                : unsealed(part, available);
    }

    /** As {@link #opened}, whatever the day: for the check, which shows it to nobody. */
    public Optional<byte[]> unsealed(StoredPart part, Map<Long, PersonKey> available) {
        if (part.key() == 0) {
            return Optional.of(part.payload());
        }
        return Optional.ofNullable(available.get(part.key()))
                .map(key -> keyring.open(key.secret(), part.commitment().bytes(), part.payload()));
    }

    public Map<Long, PersonKey> keysOf(List<ContentStore.Row> rows) {
        return keys.byId(
                rows.stream()
                        .map(ContentStore.Row::content)
                        .filter(java.util.Objects::nonNull)
                        .flatMap(content -> content.parts().stream())
                        .map(StoredPart::key)
                        .filter(key -> key != 0)
                        .distinct()
                        .toList());
    }

    private LoggedEntry open(int log, ContentStore.Row row, Map<Long, PersonKey> available) {
        return new LoggedEntry(log, row.index(), row.purge(), content(row.content(), available));
    }

    private Optional<Content> content(@Nullable ContentRow row, Map<Long, PersonKey> available) {
        if (row == null) {
            return Optional.empty();
        }
        var parts = row.parts().stream().map(part -> open(part, available)).toList();
        return Optional.of(new Content(row.id(), row.kind(), row.writtenAt(), parts));
    }

    private OpenPart open(StoredPart part, Map<Long, PersonKey> available) {
        var key = available.get(part.key());
        return new OpenPart(
                part.audiences(),
                key == null ? null : key.person(),
                part.key(),
                new Lazily(() -> opened(part, available).map(LogReader::values).orElse(Map.of())));
    }

    private static Map<String, Object> values(byte[] opened) {
        return Heading.without(
                CanonicalJson.read(Arrays.copyOfRange(opened, LogEntry.SALT_BYTES, opened.length)));
    }
}
