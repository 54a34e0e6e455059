/** What each kind of data asks of whoever requests it. */
@NullMarked
package fr.socle.habilitations.formulaire;

import org.jspecify.annotations.NullMarked;
