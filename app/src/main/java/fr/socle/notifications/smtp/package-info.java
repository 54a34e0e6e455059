/** Letters leave by SMTP. */
@NullMarked
package fr.socle.notifications.smtp;

import org.jspecify.annotations.NullMarked;
