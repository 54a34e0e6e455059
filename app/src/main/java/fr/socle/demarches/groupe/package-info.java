/** The groups that share the dossiers of a procedure, and how a dossier finds its own. */
@NullMarked
package fr.socle.demarches.groupe;

import org.jspecify.annotations.NullMarked;
