/** The file of a company, as those whom the register names as its representatives see it. */
@NullMarked
package fr.socle.citoyen.entreprise;

import org.jspecify.annotations.NullMarked;
