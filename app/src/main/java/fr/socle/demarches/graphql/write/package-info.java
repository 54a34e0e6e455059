/** What programs do: the mutations of the contract over the acts that agents have. */
@NullMarked
package fr.socle.demarches.graphql.write;

import org.jspecify.annotations.NullMarked;
