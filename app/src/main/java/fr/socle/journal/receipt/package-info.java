/** Receipts: a proof that one entry is in the log, made for one reader. */
@NullMarked
package fr.socle.journal.receipt;

import org.jspecify.annotations.NullMarked;
