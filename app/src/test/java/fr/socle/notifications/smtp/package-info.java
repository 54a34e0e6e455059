/** Promises of the way out, against real conversations. */
@NullMarked
package fr.socle.notifications.smtp;

import org.jspecify.annotations.NullMarked;
