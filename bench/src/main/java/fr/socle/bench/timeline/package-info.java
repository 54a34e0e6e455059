/** How fast a person's file opens, among those of everybody else. */
@NullMarked
package fr.socle.bench.timeline;

import org.jspecify.annotations.NullMarked;
