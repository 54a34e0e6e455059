/** What the block writes in the journal about dossiers. The person's part never names an agent. */
@NullMarked
package fr.socle.demarches.trace;

import org.jspecify.annotations.NullMarked;
