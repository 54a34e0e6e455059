/**
 * The open formats: canonical JSON, Merkle tiles, signed notes, checkpoints, cosignatures,
 * receipts. Plain Java that needs no server and no database; {@code ./socle verify} and {@code
 * ./socle witness} stand on it alone.
 */
@NullMarked
package fr.socle.journal.format;

import org.jspecify.annotations.NullMarked;
