package fr.socle.journal.append;

import fr.socle.house.Keyring;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Hash;
import fr.socle.journal.Part;
import fr.socle.journal.Reference;
import fr.socle.journal.format.CanonicalJson;
import fr.socle.journal.format.Heading;
import fr.socle.journal.format.LogEntry;
import fr.socle.journal.store.PendingRow;
import fr.socle.journal.store.PersonBytes;
import fr.socle.journal.store.PersonKeys.Holder;
import fr.socle.journal.store.PersonKeys.PersonKey;
import fr.socle.journal.store.StoredPart;
import fr.socle.kernel.Ids;
import fr.socle.kernel.PersonRef;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An entry whose commitments are made and whose parts are not sealed yet. */
record Draft(UUID id, String kind, Instant writtenAt, LocalDate purgeMonth, List<DraftPart> parts) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /**
     * @param opened {@code salt ‖ canonical JSON}
     */
    record DraftPart(
            Set<Audience> audiences,
            @Nullable Holder holder,
            @Nullable LocalDate opensOn,
            Hash commitment,
            byte[] opened) {}

    static Draft of(Entry entry, Clock clock, Ids ids, SecureRandom random) {
        var kind = entry.kind();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var statutory = kind.retention().statute() != null;
        var given = entry.parts();
        if (given.isEmpty()) {
            throw new IllegalArgumentException("an entry has at least one part: " + kind.code());
        }
        var salts = new byte[given.size() * LogEntry.SALT_BYTES];
        random.nextBytes(salts);
        var parts = new ArrayList<DraftPart>(given.size());
        for (var part : given) {
            var heading = Heading.of(kind.code(), now, part.audiences());
            var at = parts.size() * LogEntry.SALT_BYTES;
            var salt = Arrays.copyOfRange(salts, at, at + LogEntry.SALT_BYTES);
            parts.add(draft(part, heading, statutory, salt));
        }
        var purge = kind.retention().purgeMonth(LocalDate.ofInstant(now, PARIS)).atDay(1);
        return new Draft(ids.next(), kind.code(), now, purge, parts);
    }

    Reference reference() {
        return new Reference(id, commitments());
    }

    Set<Holder> holders() {
        return parts.stream()
                .map(DraftPart::holder)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
    }

    PendingRow seal(Map<Holder, PersonKey> keys, Keyring keyring) {
        var sealed = parts.stream().map(part -> seal(part, keys, keyring)).toList();
        return new PendingRow(
                id,
                kind,
                writtenAt,
                purgeMonth,
                LogEntry.commit(commitments()),
                PersonBytes.of(persons()),
                StoredPart.encode(sealed));
    }

    private List<PersonRef> persons() {
        return holders().stream().map(Holder::person).distinct().toList();
    }

    private List<Hash> commitments() {
        return parts.stream().map(DraftPart::commitment).toList();
    }

    private static DraftPart draft(Part part, Heading heading, boolean statutory, byte[] salt) {
        var content = CanonicalJson.write(heading.over(part.content()));
        var opened = Arrays.copyOf(salt, salt.length + content.length);
        System.arraycopy(content, 0, opened, salt.length, content.length);
        var holder = part.person() == null ? null : new Holder(part.person(), statutory);
        return new DraftPart(
                part.audiences(),
                holder,
                part.opensOn(),
                LogEntry.commitPart(salt, content),
                opened);
    }

    private static StoredPart seal(DraftPart part, Map<Holder, PersonKey> keys, Keyring keyring) {
        if (part.holder() == null) {
            return new StoredPart(part.audiences(), 0, null, part.commitment(), part.opened());
        }
        var key = keys.get(part.holder());
        if (key == null) {
            throw new IllegalStateException("a person's key is missing");
        }
        // The commitment as context ties the sealed bytes to their place: no part can stand in for
        // another.
        var sealed = keyring.seal(key.secret(), part.commitment().bytes(), part.opened());
        return new StoredPart(
                part.audiences(), key.id(), part.opensOn(), part.commitment(), sealed);
    }
}
