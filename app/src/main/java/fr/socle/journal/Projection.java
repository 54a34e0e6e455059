package fr.socle.journal;

import java.util.List;

/**
 * Something built from the journal: a timeline, a list, a count. Declared as a bean, it gets every
 * entry once, in the order of the log, each batch in one transaction together with its own place:
 * nothing is lost when it was down, and it can be rebuilt from index 0. It must drop what the
 * journal erased: it sees {@code journal.effacement} entries and entries without content.
 */
public interface Projection {

    /** Stable: its place is kept under this name. */
    String name();

    /**
     * Whether it cares for entries of this kind; those of others are not opened for it. Erasures
     * come whatever it says.
     *
     * @param kind the code of a {@link Kind}
     */
    default boolean wants(String kind) {
        return true;
    }

    /** Applies the next entries, inside a transaction that also moves its place. */
    void apply(List<LoggedEntry> entries);
}
