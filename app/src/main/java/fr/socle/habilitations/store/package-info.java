/** The tables of the block. */
@NullMarked
package fr.socle.habilitations.store;

import org.jspecify.annotations.NullMarked;
