/** What programs read of opinions. */
@NullMarked
package fr.socle.avis.api;

import org.jspecify.annotations.NullMarked;
