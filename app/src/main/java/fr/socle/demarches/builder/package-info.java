/** Procedures being built, published and closed; their revisions. */
@NullMarked
package fr.socle.demarches.builder;

import org.jspecify.annotations.NullMarked;
