/** The terms of what was granted: reminders before, and the end. */
@NullMarked
package fr.socle.habilitations.echeance;

import org.jspecify.annotations.NullMarked;
