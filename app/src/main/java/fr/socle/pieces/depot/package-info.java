/** Where sealed files lie: a folder now, an object store later. */
@NullMarked
package fr.socle.pieces.depot;

import org.jspecify.annotations.NullMarked;
