/** How long a start takes, and how much memory it needs. */
@NullMarked
package fr.socle.bench.start;

import org.jspecify.annotations.NullMarked;
