/** The twelve indicators: what each reads, where its levels begin, what they amount to together. */
@NullMarked
package fr.socle.avis.observatoire.indicator;

import org.jspecify.annotations.NullMarked;
