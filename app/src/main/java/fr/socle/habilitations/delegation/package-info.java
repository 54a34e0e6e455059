/** Habilitations that their organisation lets a software editor use. */
@NullMarked
package fr.socle.habilitations.delegation;

import org.jspecify.annotations.NullMarked;
