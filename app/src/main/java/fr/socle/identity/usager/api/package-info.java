/** Reported frauds, for machines. */
@NullMarked
package fr.socle.identity.usager.api;

import org.jspecify.annotations.NullMarked;
