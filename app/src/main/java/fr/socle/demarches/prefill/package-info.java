/** Answers that a link or a program gives before the usager comes. */
@NullMarked
package fr.socle.demarches.prefill;

import org.jspecify.annotations.NullMarked;
