/** What people chose to receive, and the signed address where they choose. */
@NullMarked
package fr.socle.notifications.preferences;

import org.jspecify.annotations.NullMarked;
