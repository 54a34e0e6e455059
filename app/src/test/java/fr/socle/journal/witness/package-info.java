@NullMarked
package fr.socle.journal.witness;

import org.jspecify.annotations.NullMarked;
