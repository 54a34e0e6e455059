/** The journal under fire: killed nodes, paused nodes, old backups, a database that goes away. */
@NullMarked
package fr.socle.journal.fire;

import org.jspecify.annotations.NullMarked;
