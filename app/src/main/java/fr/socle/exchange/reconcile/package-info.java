/** Ends the exchanges that a node left open when it died, and compares each day's counts. */
@NullMarked
package fr.socle.exchange.reconcile;

import org.jspecify.annotations.NullMarked;
