/** Tables of this block. */
@NullMarked
package fr.socle.citoyen.store;

import org.jspecify.annotations.NullMarked;
