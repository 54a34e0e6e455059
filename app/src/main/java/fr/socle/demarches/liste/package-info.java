/** Lists over very many dossiers of one procedure: any column, any two orders, words. */
@NullMarked
package fr.socle.demarches.liste;

import org.jspecify.annotations.NullMarked;
