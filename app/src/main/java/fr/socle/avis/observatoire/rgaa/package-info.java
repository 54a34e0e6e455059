/** The declarations of accessibility that the law wants, and their page. */
@NullMarked
package fr.socle.avis.observatoire.rgaa;

import org.jspecify.annotations.NullMarked;
