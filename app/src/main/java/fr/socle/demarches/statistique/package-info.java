/** What anybody may know of how a procedure goes: numbers, about nobody. */
@NullMarked
package fr.socle.demarches.statistique;

import org.jspecify.annotations.NullMarked;
