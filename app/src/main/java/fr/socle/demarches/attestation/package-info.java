/** The attestation that follows an acceptance. */
@NullMarked
package fr.socle.demarches.attestation;

import org.jspecify.annotations.NullMarked;
