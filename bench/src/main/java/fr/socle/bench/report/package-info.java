/** What a bench found: figures, limits, and where they are printed and kept. */
@NullMarked
package fr.socle.bench.report;

import org.jspecify.annotations.NullMarked;
