/** The administrations that give data: their contracts, and how they are called. */
@NullMarked
package fr.socle.exchange.provider;

import org.jspecify.annotations.NullMarked;
