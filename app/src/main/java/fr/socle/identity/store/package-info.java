/** Tables of this block. */
@NullMarked
package fr.socle.identity.store;

import org.jspecify.annotations.NullMarked;
