/** A witness: a separate process that cosigns checkpoints of others' logs. Needs no database. */
@NullMarked
package fr.socle.journal.witness;

import org.jspecify.annotations.NullMarked;
