/** What experts, asked by agents, think of a dossier. */
@NullMarked
package fr.socle.demarches.expert;

import org.jspecify.annotations.NullMarked;
