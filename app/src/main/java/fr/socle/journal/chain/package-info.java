/** The proof that no line about a person is missing: the map of last entries, and statements. */
@NullMarked
package fr.socle.journal.chain;

import org.jspecify.annotations.NullMarked;
