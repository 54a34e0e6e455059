package fr.socle.avis.web;

import fr.socle.ui.Page;

/**
 * This opinion was given before.
 *
 * @param results where it counts
 */
public record AlreadyGivenPage(String results, int status) implements Page {}
