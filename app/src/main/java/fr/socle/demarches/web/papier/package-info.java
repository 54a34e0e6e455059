/** Forms on paper. */
@NullMarked
package fr.socle.demarches.web.papier;

import org.jspecify.annotations.NullMarked;
