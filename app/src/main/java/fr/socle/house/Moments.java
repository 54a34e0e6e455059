package fr.socle.house;

import java.util.function.LongUnaryOperator;

/**
 * A moment for each key, in a table whose size never changes: a key that finds its eight places
 * taken drives out the one whose moment comes first. So a flood of keys makes the table forget what
 * matters least, and never mistakes one key for another.
 */
final class Moments {

    private static final int SETS = 1 << 13;
    private static final int WAYS = 8;
    private static final int LOCKS = 256;

    private final long[] keys = new long[SETS * WAYS];
    private final long[] moments = new long[SETS * WAYS];
    private final Object[] locks = new Object[LOCKS];

    Moments() {
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /** In milliseconds since 1970; zero for a key that is not known. */
    long of(long key) {
        synchronized (lock(key)) {
            int place = place(key);
            return keys[place] == key ? moments[place] : 0;
        }
    }

    /**
     * Moves the moment of a key.
     *
     * @param next from the present moment, or zero, to the one after it
     * @return the moment before
     */
    long move(long key, LongUnaryOperator next) {
        synchronized (lock(key)) {
            int place = place(key);
            long before = keys[place] == key ? moments[place] : 0;
            keys[place] = key;
            moments[place] = next.applyAsLong(before);
            return before;
        }
    }

    /** Where the key is, or where it would go. */
    private int place(long key) {
        int first = set(key) * WAYS;
        int soonest = first;
        for (int i = first; i < first + WAYS; i++) {
            if (keys[i] == key) {
                return i;
            }
            if (moments[i] < moments[soonest]) {
                soonest = i;
            }
        }
        return soonest;
    }

    private Object lock(long key) {
        return locks[set(key) % LOCKS];
    }

    private static int set(long key) {
        return (int) (key >>> 32) & (SETS - 1);
    }
}
