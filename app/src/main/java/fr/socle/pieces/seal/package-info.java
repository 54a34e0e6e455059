/** The form of a file at rest: chunks of authenticated encryption, read from any place. */
@NullMarked
package fr.socle.pieces.seal;

import org.jspecify.annotations.NullMarked;
