/**
 * A usager's dossier, from draft to decision: what it may become, and where each answer comes from.
 */
@NullMarked
package fr.socle.demarches.dossier;

import org.jspecify.annotations.NullMarked;
