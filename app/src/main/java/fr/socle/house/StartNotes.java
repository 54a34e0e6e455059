package fr.socle.house;

import java.util.List;

/**
 * What a block wants the operator to read at the end of a start: accounts, one-time addresses.
 * Declared as a bean.
 */
public interface StartNotes {

    /** Lines for the terminal; none when there is nothing to say. */
    List<String> lines();
}
