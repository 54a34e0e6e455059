/** What is written in the journal. */
@NullMarked
package fr.socle.identity.partner.trace;

import org.jspecify.annotations.NullMarked;
