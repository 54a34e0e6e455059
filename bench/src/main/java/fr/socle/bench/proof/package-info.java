/** What a proof and a receipt cost. */
@NullMarked
package fr.socle.bench.proof;

import org.jspecify.annotations.NullMarked;
