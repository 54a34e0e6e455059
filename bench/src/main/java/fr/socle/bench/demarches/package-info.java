/** Procedures: what reading real definitions costs. */
@NullMarked
package fr.socle.bench.demarches;

import org.jspecify.annotations.NullMarked;
