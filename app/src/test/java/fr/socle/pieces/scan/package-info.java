/** Promises of the block. */
@NullMarked
package fr.socle.pieces.scan;

import org.jspecify.annotations.NullMarked;
