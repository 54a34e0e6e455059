/** What testers of a draft see. */
@NullMarked
package fr.socle.demarches.web.epreuve;

import org.jspecify.annotations.NullMarked;
