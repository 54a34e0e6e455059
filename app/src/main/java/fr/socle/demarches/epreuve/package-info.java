/** The draft of a procedure, tried by whoever has its private link. */
@NullMarked
package fr.socle.demarches.epreuve;

import org.jspecify.annotations.NullMarked;
