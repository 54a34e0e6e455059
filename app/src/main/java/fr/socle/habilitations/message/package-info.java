/** What both sides of a request write to each other. */
@NullMarked
package fr.socle.habilitations.message;

import org.jspecify.annotations.NullMarked;
