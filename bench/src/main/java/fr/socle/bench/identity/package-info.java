/** What a complete brokered sign-in costs, here and at Keycloak, step by step. */
@NullMarked
package fr.socle.bench.identity;

import org.jspecify.annotations.NullMarked;
