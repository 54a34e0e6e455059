/** The rights that a person exercises on their data: objection and rectification. */
@NullMarked
package fr.socle.citoyen.droits;

import org.jspecify.annotations.NullMarked;
