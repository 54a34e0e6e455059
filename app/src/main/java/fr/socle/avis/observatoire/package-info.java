/**
 * The Observatoire: the twelve indicators of every listed procedure, live and frozen each quarter.
 */
@NullMarked
package fr.socle.avis.observatoire;

import org.jspecify.annotations.NullMarked;
