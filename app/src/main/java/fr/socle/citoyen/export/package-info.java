/** Everything that a person may take away. */
@NullMarked
package fr.socle.citoyen.export;

import org.jspecify.annotations.NullMarked;
