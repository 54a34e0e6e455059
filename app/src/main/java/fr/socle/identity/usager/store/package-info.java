/** Tables of what persons decided about their sign-ins. */
@NullMarked
package fr.socle.identity.usager.store;

import org.jspecify.annotations.NullMarked;
