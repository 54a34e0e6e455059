/** Usagers who are signed in to the pages of this house. */
@NullMarked
package fr.socle.identity.session;

import org.jspecify.annotations.NullMarked;
