/** The four steps of an exchange. */
@NullMarked
package fr.socle.exchange.gateway;

import org.jspecify.annotations.NullMarked;
