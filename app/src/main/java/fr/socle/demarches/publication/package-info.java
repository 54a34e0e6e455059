/** What a new revision of a procedure changes: for the one who publishes it, for open drafts. */
@NullMarked
package fr.socle.demarches.publication;

import org.jspecify.annotations.NullMarked;
