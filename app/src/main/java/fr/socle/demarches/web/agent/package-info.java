/** The agent's pages. */
@NullMarked
package fr.socle.demarches.web.agent;

import org.jspecify.annotations.NullMarked;
