/** Tiles, checkpoints and receipts over HTTP; the public page of the journal and the operator's. */
@NullMarked
package fr.socle.journal.web;

import org.jspecify.annotations.NullMarked;
