/** The board of the present, and the editions that froze it at the end of each quarter. */
@NullMarked
package fr.socle.avis.observatoire.edition;

import org.jspecify.annotations.NullMarked;
