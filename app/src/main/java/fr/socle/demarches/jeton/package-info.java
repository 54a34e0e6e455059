/**
 * Tokens that open one opinion about a completed procedure: signed blindly for who has a script,
 * sent by letter to who has none. Neither way keeps anything from which an opinion leads to a
 * dossier.
 */
@NullMarked
package fr.socle.demarches.jeton;

import org.jspecify.annotations.NullMarked;
