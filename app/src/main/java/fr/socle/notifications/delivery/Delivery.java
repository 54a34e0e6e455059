package fr.socle.notifications.delivery;

import fr.socle.notifications.outbox.Failure;

/** How an attempt ended. */
public sealed interface Delivery {

    /** The mail server took the letter over. */
    record Accepted() implements Delivery {}

    /** The demonstration shows the letter; nothing left. */
    record Kept() implements Delivery {}

    /** Not now; later perhaps. */
    record Deferred(Failure why) implements Delivery {}

    /** Never: another attempt would end the same way. */
    record Refused(Failure why) implements Delivery {}
}
