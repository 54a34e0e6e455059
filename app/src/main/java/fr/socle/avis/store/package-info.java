/** Tables of this block. */
@NullMarked
package fr.socle.avis.store;

import org.jspecify.annotations.NullMarked;
