/** Socle: the building blocks of the State as a platform, one package per block. */
@NullMarked
package fr.socle;

import org.jspecify.annotations.NullMarked;
