/** The two OpenID providers: what a service asks, what it gets. */
@NullMarked
package fr.socle.identity.federation;

import org.jspecify.annotations.NullMarked;
