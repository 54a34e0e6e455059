/** The tables of the block, and the moves of a letter between its states. */
@NullMarked
package fr.socle.notifications.outbox;

import org.jspecify.annotations.NullMarked;
