/** What the block writes in the journal. No entry quotes a file's name. */
@NullMarked
package fr.socle.pieces.trace;

import org.jspecify.annotations.NullMarked;
