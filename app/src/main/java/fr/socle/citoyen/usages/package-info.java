/** Who used a person's data: built from the journal, read from the journal. */
@NullMarked
package fr.socle.citoyen.usages;

import org.jspecify.annotations.NullMarked;
