/** Counts what happens to a service's requests, without persons. */
@NullMarked
package fr.socle.identity.partner.meter;

import org.jspecify.annotations.NullMarked;
