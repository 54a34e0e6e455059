/**
 * Which procedures the Observatoire lists: those of this house by themselves, all others by page or
 * file.
 */
@NullMarked
package fr.socle.avis.observatoire.listing;

import org.jspecify.annotations.NullMarked;
