/** Counts of procedures, for the blocks above. */
@NullMarked
package fr.socle.demarches.figures;

import org.jspecify.annotations.NullMarked;
