/** What is told before dossiers go at the end of the time for which they are kept. */
@NullMarked
package fr.socle.demarches.conservation;

import org.jspecify.annotations.NullMarked;
