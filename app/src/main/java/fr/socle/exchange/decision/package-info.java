/** Who may have what: one pure function. */
@NullMarked
package fr.socle.exchange.decision;

import org.jspecify.annotations.NullMarked;
