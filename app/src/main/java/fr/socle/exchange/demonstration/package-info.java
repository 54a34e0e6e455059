/** Made-up providers that answer over HTTP like real ones, and the page that sets them. */
@NullMarked
package fr.socle.exchange.demonstration;

import org.jspecify.annotations.NullMarked;
