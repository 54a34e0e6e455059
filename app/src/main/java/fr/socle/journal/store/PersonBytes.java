package fr.socle.journal.store;

import fr.socle.kernel.PersonRef;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Persons as {@code journal.pending} holds them: 16 bytes each, one after the other. */
public final class PersonBytes {

    private static final int EACH = 16;

    private PersonBytes() {}

    public static byte[] of(Collection<PersonRef> persons) {
        var bytes = ByteBuffer.allocate(persons.size() * EACH);
        for (var person : persons) {
            bytes.putLong(person.value().getMostSignificantBits());
            bytes.putLong(person.value().getLeastSignificantBits());
        }
        return bytes.array();
    }

    static List<PersonRef> read(byte[] persons) {
        var bytes = ByteBuffer.wrap(persons);
        return IntStream.range(0, persons.length / EACH)
                .mapToObj(_ -> new PersonRef(new UUID(bytes.getLong(), bytes.getLong())))
                .toList();
    }
}
