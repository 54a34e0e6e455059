/** What the directory writes in the journal, and what it reads back from it. */
@NullMarked
package fr.socle.directory.trail;

import org.jspecify.annotations.NullMarked;
