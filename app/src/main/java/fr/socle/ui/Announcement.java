package fr.socle.ui;

/**
 * A message of the operator to everyone, above a page.
 *
 * @param level {@code info}, {@code warn} or {@code bad}, as the notice shows it
 * @param text in the language of the page
 */
public record Announcement(String level, String text) {}
