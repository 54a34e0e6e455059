/** Promises of the block. */
@NullMarked
package fr.socle.pieces;

import org.jspecify.annotations.NullMarked;
