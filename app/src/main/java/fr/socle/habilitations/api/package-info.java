/** Habilitations for machines. */
@NullMarked
package fr.socle.habilitations.api;

import org.jspecify.annotations.NullMarked;
