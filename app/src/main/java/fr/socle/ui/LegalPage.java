package fr.socle.ui;

import java.util.List;

/**
 * A page of plain text.
 *
 * @param title key of the title
 * @param paragraphs keys of the paragraphs, in order
 */
public record LegalPage(String title, List<String> paragraphs) implements Page {}
