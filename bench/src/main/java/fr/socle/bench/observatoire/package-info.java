/** What the public table of the Observatoire costs. */
@NullMarked
package fr.socle.bench.observatoire;

import org.jspecify.annotations.NullMarked;
