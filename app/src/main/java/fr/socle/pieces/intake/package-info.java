/** The way of a file from a connection into the depot. */
@NullMarked
package fr.socle.pieces.intake;

import org.jspecify.annotations.NullMarked;
