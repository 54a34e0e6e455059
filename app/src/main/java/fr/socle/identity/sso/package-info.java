/** Who is signed in at a federation, what they agreed to, and how they leave everywhere at once. */
@NullMarked
package fr.socle.identity.sso;

import org.jspecify.annotations.NullMarked;
