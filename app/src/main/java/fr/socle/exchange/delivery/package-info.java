/** Whether those outside received what left. */
@NullMarked
package fr.socle.exchange.delivery;

import org.jspecify.annotations.NullMarked;
