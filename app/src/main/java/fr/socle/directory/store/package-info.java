/** The tables of the directory, one store per family. */
@NullMarked
package fr.socle.directory.store;

import org.jspecify.annotations.NullMarked;
