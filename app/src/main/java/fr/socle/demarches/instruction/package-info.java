/** The agent's side: who is in charge of a dossier, and what he does with it. */
@NullMarked
package fr.socle.demarches.instruction;

import org.jspecify.annotations.NullMarked;
