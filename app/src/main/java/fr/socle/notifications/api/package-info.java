/** Undelivered letters, for machines. */
@NullMarked
package fr.socle.notifications.api;

import org.jspecify.annotations.NullMarked;
