/** Drafts that several persons fill, and one deposits. */
@NullMarked
package fr.socle.demarches.partage;

import org.jspecify.annotations.NullMarked;
