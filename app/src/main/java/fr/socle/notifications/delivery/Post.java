package fr.socle.notifications.delivery;

import fr.socle.notifications.outbox.Letter;
import java.util.Optional;

/** By which way letters leave. */
@FunctionalInterface
public interface Post {

    /** Takes several letters in a row; empty when nothing can leave and letters must wait. */
    Optional<Conversation> open();

    /** Letters handed over one after the other, on one connection as long as it holds. */
    interface Conversation extends AutoCloseable {

        /** Tries once. Every failure is an answer; this throws nothing expected. */
        Delivery deliver(Letter letter);

        @Override
        void close();
    }

    /** Whether nothing can leave until the operator names a mail server. */
    default boolean closed() {
        return false;
    }

    /** In demonstration without mail server: letters are kept and shown. */
    static Post keeping() {
        return () -> Optional.of(new Keeping());
    }

    /** Without mail server: letters wait until there is one. */
    static Post waiting() {
        return new Post() {
            @Override
            public Optional<Conversation> open() {
                return Optional.empty();
            }

            @Override
            public boolean closed() {
                return true;
            }
        };
    }

    /** Keeps letters instead of handing them over. */
    record Keeping() implements Conversation {

        @Override
        public Delivery deliver(Letter letter) {
            return new Delivery.Kept();
        }

        @Override
        public void close() {
            // There is no connection.
        }
    }
}
