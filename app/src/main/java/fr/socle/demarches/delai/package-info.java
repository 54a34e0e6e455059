/**
 * What happens to a dossier by itself: the silence of the administration, declarative procedures.
 */
@NullMarked
package fr.socle.demarches.delai;

import org.jspecify.annotations.NullMarked;
