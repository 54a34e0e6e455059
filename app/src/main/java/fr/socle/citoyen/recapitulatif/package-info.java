/** A letter now and then that tells how much was done, and never what. */
@NullMarked
package fr.socle.citoyen.recapitulatif;

import org.jspecify.annotations.NullMarked;
