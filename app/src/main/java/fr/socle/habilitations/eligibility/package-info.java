/** Answers the federation of identities: may this service be open to the public? */
@NullMarked
package fr.socle.habilitations.eligibility;

import org.jspecify.annotations.NullMarked;
