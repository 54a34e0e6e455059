/** Tokens that open one opinion and lead back to no dossier. */
@NullMarked
package fr.socle.avis.token;

import org.jspecify.annotations.NullMarked;
