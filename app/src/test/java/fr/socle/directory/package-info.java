/** What the directory promises. */
@NullMarked
package fr.socle.directory;

import org.jspecify.annotations.NullMarked;
