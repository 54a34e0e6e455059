/** The data providers in the hands of their operators. */
@NullMarked
package fr.socle.exchange.desk;

import org.jspecify.annotations.NullMarked;
