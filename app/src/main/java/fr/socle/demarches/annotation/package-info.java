/** What agents note beside a dossier for themselves. */
@NullMarked
package fr.socle.demarches.annotation;

import org.jspecify.annotations.NullMarked;
