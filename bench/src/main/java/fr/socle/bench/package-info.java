/** Socle, measured: one class per bench, and the command that runs them. */
@NullMarked
package fr.socle.bench;

import org.jspecify.annotations.NullMarked;
