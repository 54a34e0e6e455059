/** The dossiers of a list as one file. */
@NullMarked
package fr.socle.demarches.export;

import org.jspecify.annotations.NullMarked;
