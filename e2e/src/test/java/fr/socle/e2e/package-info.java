/** Socle as people meet it: the packaged application, started by its command, in a browser. */
@NullMarked
package fr.socle.e2e;

import org.jspecify.annotations.NullMarked;
