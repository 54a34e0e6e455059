/** The journal for machines: the auditor's reading, the officer's openings, receipts. */
@NullMarked
package fr.socle.journal.api;

import org.jspecify.annotations.NullMarked;
