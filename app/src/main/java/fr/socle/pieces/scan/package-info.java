/** The search for viruses: a file is held until it is clean. */
@NullMarked
package fr.socle.pieces.scan;

import org.jspecify.annotations.NullMarked;
