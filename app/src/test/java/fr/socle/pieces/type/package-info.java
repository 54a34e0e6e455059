/** Promises of the block. */
@NullMarked
package fr.socle.pieces.type;

import org.jspecify.annotations.NullMarked;
