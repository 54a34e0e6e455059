/**
 * The two ways in: inside the caller's transaction, and alone, where concurrent callers share one
 * commit.
 */
@NullMarked
package fr.socle.journal.append;

import org.jspecify.annotations.NullMarked;
