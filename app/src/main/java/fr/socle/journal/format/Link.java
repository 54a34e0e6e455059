package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What ties an entry to the previous one of each person whom it concerns: {@code SHA-256(links)},
 * over one {@code SHA-256(salt(16) ‖ n(8) ‖ previous log entry(65))} per person, in ascending order
 * of their bytes.
 */
public final class Link {

    public static final int SALT_BYTES = 16;

    private static final Comparator<Hash> BY_BYTES =
            Comparator.comparing(Hash::bytes, Arrays::compareUnsigned);

    private Link() {}

    /** What stands for the entry before a person's first one: a log entry never begins with 0. */
    public static byte[] beforeTheFirst() {
        return new byte[LogEntry.BYTES];
    }

    /** One person's link. */
    public static Hash of(byte[] salt, long n, byte[] previous) {
        if (salt.length != SALT_BYTES || previous.length != LogEntry.BYTES || n < 1) {
            throw new IllegalArgumentException("not what a link is made of");
        }
        return Hash.sha256(salt, ByteBuffer.allocate(8).putLong(n).array(), previous);
    }

    /** The link of an entry, from those of all persons whom it concerns, in any order. */
    public static Hash all(Collection<Hash> persons) {
        return LogEntry.commit(persons.stream().sorted(BY_BYTES).toList());
    }

    /** In their one order, as a list that is written down. */
    public static List<Hash> sorted(Collection<Hash> links) {
        return links.stream().sorted(BY_BYTES).toList();
    }
}
