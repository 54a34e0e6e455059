/** What an exchange would come to, without making it. */
@NullMarked
package fr.socle.exchange.simulation;

import org.jspecify.annotations.NullMarked;
