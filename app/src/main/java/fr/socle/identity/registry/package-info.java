/** The register of civil status, asked once in each sign-in of a citizen. */
@NullMarked
package fr.socle.identity.registry;

import org.jspecify.annotations.NullMarked;
