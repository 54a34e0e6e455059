/** Secrets and keys: signing, cookies in flight, pairwise subjects. */
@NullMarked
package fr.socle.identity.keys;

import org.jspecify.annotations.NullMarked;
