package fr.socle.portal.web;

import fr.socle.demarches.PublishedDemarche;
import fr.socle.ui.Page;
import java.util.List;

/**
 * What a search found.
 *
 * @param words what was searched; empty: everything by title
 * @param most how many are shown at most
 */
public record SearchPage(String words, List<PublishedDemarche> found, int most) implements Page {}
