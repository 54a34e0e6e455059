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

    /** In demonstration without mail server: letters are kept and shown. */
    static Post keeping() {
        return () ->
                Optional.of(
                        new Conversation() {
                            @Override
                            public Delivery deliver(Letter letter) {
                                return new Delivery.Kept();
                            }

                            @Override
                            public void close() {
                                // There is no connection.
                            }
                        });
    }

    /** Without mail server: letters wait until there is one. */
    static Post closed() {
        return Optional::empty;
    }
}
