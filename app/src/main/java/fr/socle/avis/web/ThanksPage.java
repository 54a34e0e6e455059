package fr.socle.avis.web;

import fr.socle.demarches.PublishedDemarche;
import fr.socle.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * The opinion counts from now on.
 *
 * @param demarche what it was about; null when it is not published any more
 */
public record ThanksPage(@Nullable PublishedDemarche demarche) implements Page {}
