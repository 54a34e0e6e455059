/** How programs of other organisations say how far a procedure came. */
@NullMarked
package fr.socle.citoyen.api;

import org.jspecify.annotations.NullMarked;
