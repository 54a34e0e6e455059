/** What was said in a dossier, as people read it again: the usager, the agent, the attestation. */
@NullMarked
package fr.socle.demarches.web.answers;

import org.jspecify.annotations.NullMarked;
