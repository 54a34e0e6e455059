/** Signing what was integrated, asking witnesses, keeping the engine running. */
@NullMarked
package fr.socle.journal.publish;

import org.jspecify.annotations.NullMarked;
