package fr.socle.journey;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What one journey is about, drawn at each run, so that no answer can be known beforehand.
 *
 * @param parent a made-up person of the demonstration, given names then name at birth
 * @param child a made-up given name with a mark by which it is recognised wherever it appears
 * @param quotient the family quotient that the demonstration provider will answer, in euros
 * @param street where the family lives
 * @param correction what the agent asks to correct
 * @param motivation why the agent accepts
 * @param opinion how the parent says that it went
 */
record Family(
        String parent,
        String child,
        int quotient,
        String street,
        String correction,
        String motivation,
        String opinion) {

    private static final List<String> NAMES =
            List.of("Zélie", "Côme", "Maëlys", "Anatole", "Éloïse", "Lubin", "Noémie", "Gaspard");

    private static final List<String> OPINIONS = List.of("Très bien", "Moyen", "Pas bien");

    /** With a quotient that is drawn too, and that the demonstration provider must be told. */
    static Family draw(String parent, Random random) {
        return draw(parent, 100 + random.nextInt(1_900), random);
    }

    static Family draw(String parent, int quotient, Random random) {
        var mark = "%06d".formatted(random.nextInt(1_000_000));
        return new Family(
                parent,
                NAMES.get(random.nextInt(NAMES.size())) + " " + letters(mark),
                quotient,
                (1 + random.nextInt(99)) + " rue de l’Épreuve " + letters(mark),
                "Merci de vérifier l’adresse " + mark,
                "Tarif réduit accordé, épreuve " + mark,
                OPINIONS.get(random.nextInt(OPINIONS.size())));
    }

    /** Names have no digits. */
    private static String letters(String digits) {
        var letters = new StringBuilder();
        digits.chars().forEach(it -> letters.append((char) ('a' + it - '0')));
        letters.setCharAt(0, Character.toUpperCase(letters.charAt(0)));
        return letters.toString();
    }

    /** The parent's given names and name at birth, as pages show them. */
    List<String> parentNames() {
        return List.of(parent.split(" "));
    }

    /** Words that nobody but this family and its agents may ever read. */
    List<String> secrets() {
        return List.of(child, street, correction, motivation);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Family[%s]", child);
    }
}
