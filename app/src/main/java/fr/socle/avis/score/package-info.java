/** Scores, from aggregates that each answer moves. */
@NullMarked
package fr.socle.avis.score;

import org.jspecify.annotations.NullMarked;
