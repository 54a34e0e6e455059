package fr.socle.portal.web;

import fr.socle.ui.Page;

/**
 * The front page of a space; its lines are those of the space's menu.
 *
 * @param title key of the title
 * @param lead key of the opening sentence
 */
public record BackOfficePage(String title, String lead) implements Page {}
