/** Made-up providers and persons, in demonstration only. */
@NullMarked
package fr.socle.identity.demonstration;

import org.jspecify.annotations.NullMarked;
