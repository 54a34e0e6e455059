/** What lists over millions of dossiers cost. */
@NullMarked
package fr.socle.bench.demarches;

import org.jspecify.annotations.NullMarked;
