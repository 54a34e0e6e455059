/** Promises of the whole house. */
@NullMarked
package fr.socle;

import org.jspecify.annotations.NullMarked;
