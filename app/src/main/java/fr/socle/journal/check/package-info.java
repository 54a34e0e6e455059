/** {@code ./socle journal check}: reads everything again and proves it. */
@NullMarked
package fr.socle.journal.check;

import org.jspecify.annotations.NullMarked;
