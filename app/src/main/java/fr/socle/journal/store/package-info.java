/**
 * The journal's tables: what is pending, the persons' keys, leaves, contents, tiles, checkpoints.
 */
@NullMarked
package fr.socle.journal.store;

import org.jspecify.annotations.NullMarked;
