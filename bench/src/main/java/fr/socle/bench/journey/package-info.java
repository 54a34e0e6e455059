/** What the main journey costs the server, step by step. */
@NullMarked
package fr.socle.bench.journey;

import org.jspecify.annotations.NullMarked;
