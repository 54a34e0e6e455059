/** The usager's pages. */
@NullMarked
package fr.socle.demarches.web.usager;

import org.jspecify.annotations.NullMarked;
