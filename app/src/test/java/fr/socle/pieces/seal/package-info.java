/** Promises of the block. */
@NullMarked
package fr.socle.pieces.seal;

import org.jspecify.annotations.NullMarked;
