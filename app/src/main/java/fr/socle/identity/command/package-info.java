/** Commands for the operator. */
@NullMarked
package fr.socle.identity.command;

import org.jspecify.annotations.NullMarked;
