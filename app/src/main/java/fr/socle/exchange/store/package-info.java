/** The tables of the block. */
@NullMarked
package fr.socle.exchange.store;

import org.jspecify.annotations.NullMarked;
