/** Pages: letters that could not be delivered, preferences, the demonstration's mailbox. */
@NullMarked
package fr.socle.notifications.web;

import org.jspecify.annotations.NullMarked;
