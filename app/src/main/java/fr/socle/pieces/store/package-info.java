/** The rows of the pieces. */
@NullMarked
package fr.socle.pieces.store;

import org.jspecify.annotations.NullMarked;
