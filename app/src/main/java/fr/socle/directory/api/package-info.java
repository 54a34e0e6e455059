/** The directory for machines. */
@NullMarked
package fr.socle.directory.api;

import org.jspecify.annotations.NullMarked;
