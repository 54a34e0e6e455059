/** What the block writes in the journal. */
@NullMarked
package fr.socle.habilitations.trace;

import org.jspecify.annotations.NullMarked;
