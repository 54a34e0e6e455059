/** What programs read: procedures and dossiers in the shape of the contract. */
@NullMarked
package fr.socle.demarches.graphql.read;

import org.jspecify.annotations.NullMarked;
