/** Free texts: what is masked before they are stored, and what many of them say. */
@NullMarked
package fr.socle.avis.words;

import org.jspecify.annotations.NullMarked;
