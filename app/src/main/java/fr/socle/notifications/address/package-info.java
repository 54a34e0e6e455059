/** E-mail addresses, as a mail server needs them. */
@NullMarked
package fr.socle.notifications.address;

import org.jspecify.annotations.NullMarked;
