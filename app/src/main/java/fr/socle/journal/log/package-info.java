/** The log itself: giving indexes, growing the tree, reading it back. */
@NullMarked
package fr.socle.journal.log;

import org.jspecify.annotations.NullMarked;
