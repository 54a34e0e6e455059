/** Procedures: what reading real definitions costs, and lists over millions of dossiers. */
@NullMarked
package fr.socle.bench.demarches;

import org.jspecify.annotations.NullMarked;
