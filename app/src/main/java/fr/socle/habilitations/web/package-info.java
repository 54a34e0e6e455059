/** The pages: requesting, examining, revoking. */
@NullMarked
package fr.socle.habilitations.web;

import org.jspecify.annotations.NullMarked;
