package fr.socle.notifications;

import java.util.UUID;

/**
 * What became of an e-mail, for {@code directory}, which journals administrative acts: this one
 * stands below the journal's readers and cannot write there. Published inside the transaction of
 * the act; names no person but the agent who acted.
 */
public sealed interface LetterEvent {

    UUID letter();

    String category();

    /**
     * It could not be delivered and is not tried any more.
     *
     * @param failure a word of ours: {@code recipient}, {@code unreachable}
     */
    record Undelivered(UUID letter, String category, String failure) implements LetterEvent {}

    /** An agent asked to try again. */
    record Resent(UUID letter, String category, UUID agent) implements LetterEvent {}

    /** An agent gave it up. */
    record Dropped(UUID letter, String category, UUID agent) implements LetterEvent {}
}
