/** Ends the exchanges that a node left open when it died. */
@NullMarked
package fr.socle.exchange.reconcile;

import org.jspecify.annotations.NullMarked;
