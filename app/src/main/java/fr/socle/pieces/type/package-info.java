/** What a file is, found from its bytes, and what its name may be. */
@NullMarked
package fr.socle.pieces.type;

import org.jspecify.annotations.NullMarked;
