/** A request for data: what it says, its states, and the acts that move it. */
@NullMarked
package fr.socle.habilitations.demande;

import org.jspecify.annotations.NullMarked;
