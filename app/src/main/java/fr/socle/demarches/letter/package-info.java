/** What a usager is written about a dossier. */
@NullMarked
package fr.socle.demarches.letter;

import org.jspecify.annotations.NullMarked;
