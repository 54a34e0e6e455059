/** A person wants to be forgotten, as far as the law allows. */
@NullMarked
package fr.socle.citoyen.effacement;

import org.jspecify.annotations.NullMarked;
