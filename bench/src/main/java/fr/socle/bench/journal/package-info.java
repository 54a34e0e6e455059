/** How fast entries become durable and get their place in the log, and at what cost. */
@NullMarked
package fr.socle.bench.journal;

import org.jspecify.annotations.NullMarked;
