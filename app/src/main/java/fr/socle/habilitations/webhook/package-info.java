/** Tells programs what happens to requests: signed, again until heard, and for all to see. */
@NullMarked
package fr.socle.habilitations.webhook;

import org.jspecify.annotations.NullMarked;
