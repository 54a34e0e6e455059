/** Who takes letters out of the outbox, when he tries again, and when he gives up. */
@NullMarked
package fr.socle.notifications.delivery;

import org.jspecify.annotations.NullMarked;
