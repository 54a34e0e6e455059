/** Promises of the notifications. Every person and address in them is made up. */
@NullMarked
package fr.socle.notifications;

import org.jspecify.annotations.NullMarked;
