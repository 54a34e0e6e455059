/** Tokens with which programs read and handle the dossiers of an organisation. */
@NullMarked
package fr.socle.demarches.graphql.token;

import org.jspecify.annotations.NullMarked;
