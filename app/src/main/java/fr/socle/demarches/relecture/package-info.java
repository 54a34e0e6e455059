/**
 * Reads a definition as a careful colleague would: rules that can never hold, questions that ask
 * too much or in the wrong way, and what one click mends.
 */
@NullMarked
package fr.socle.demarches.relecture;

import org.jspecify.annotations.NullMarked;
