/** Reads what a service sends, and says what is wrong with it. */
@NullMarked
package fr.socle.identity.partner.check;

import org.jspecify.annotations.NullMarked;
