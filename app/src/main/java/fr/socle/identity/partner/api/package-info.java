/** The same for programs. */
@NullMarked
package fr.socle.identity.partner.api;

import org.jspecify.annotations.NullMarked;
