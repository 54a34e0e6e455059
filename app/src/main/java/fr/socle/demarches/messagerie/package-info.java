/** What the usager and the agents in charge write to each other about a dossier. */
@NullMarked
package fr.socle.demarches.messagerie;

import org.jspecify.annotations.NullMarked;
