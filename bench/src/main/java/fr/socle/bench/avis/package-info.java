/** What opinions cost: keeping a step of the form, and any score over very many of them. */
@NullMarked
package fr.socle.bench.avis;

import org.jspecify.annotations.NullMarked;
