/** Asks every listed procedure each minute whether it answers, and how fast. */
@NullMarked
package fr.socle.avis.observatoire.probe;

import org.jspecify.annotations.NullMarked;
