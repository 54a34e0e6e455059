/**
 * The GraphQL API v2 of demarches-simplifiees: its address, its schema, how a query is executed.
 */
@NullMarked
package fr.socle.demarches.graphql;

import org.jspecify.annotations.NullMarked;
