/** The usager's side: starting, filling, depositing, correcting a dossier; and its rows. */
@NullMarked
package fr.socle.demarches.depot;

import org.jspecify.annotations.NullMarked;
