package fr.socle.ui;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A page of plain text.
 *
 * @param title key of the title
 * @param paragraphs keys of the paragraphs, in order
 */
public record LegalPage(String title, List<String> paragraphs) implements Page {

    static LegalPage of(String title, int paragraphs) {
        return new LegalPage(
                title,
                IntStream.rangeClosed(1, paragraphs).mapToObj(n -> title + "." + n).toList());
    }
}
