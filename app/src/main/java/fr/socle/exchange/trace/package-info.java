/** What the block writes in the journal. */
@NullMarked
package fr.socle.exchange.trace;

import org.jspecify.annotations.NullMarked;
