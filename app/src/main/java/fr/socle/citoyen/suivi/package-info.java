/** Procedures that go on outside this house, as their organisations announce them. */
@NullMarked
package fr.socle.citoyen.suivi;

import org.jspecify.annotations.NullMarked;
