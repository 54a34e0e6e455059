/** Answers on their way, some of them too large to be held. */
@NullMarked
package fr.socle.exchange.flow;

import org.jspecify.annotations.NullMarked;
