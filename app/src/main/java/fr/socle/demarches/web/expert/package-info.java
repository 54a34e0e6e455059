/** What an expert reads of a dossier, and says of it, behind the link of his letter. */
@NullMarked
package fr.socle.demarches.web.expert;

import org.jspecify.annotations.NullMarked;
