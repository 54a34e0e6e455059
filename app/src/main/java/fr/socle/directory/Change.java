package fr.socle.directory;

import fr.socle.kernel.Refusal;

/** What became of an administrative act. */
public sealed interface Change<T> {

    /** Done, and written in the journal; the present state. */
    record Done<T>(T value) implements Change<T> {}

    /** Someone changed it since: nothing was done. What it is now. */
    record Stale<T>(T present) implements Change<T> {}

    /** It breaks a rule: nothing was done. The field to correct, and why. */
    record Refused<T>(String field, Refusal why) implements Change<T> {}

    /** There is no such thing, or it is not for this actor to know. */
    record Unknown<T>() implements Change<T> {}

    static <T> Change<T> refused(String field, String key, Object... arguments) {
        return new Refused<>(field, Refusal.of(key, arguments));
    }
}
