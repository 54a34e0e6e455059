package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.util.regex.Pattern;

/**
 * Telephone numbers: ten digits of the French numbering plan, or an international one (ITU-T
 * E.164). Whether somebody answers is not known.
 */
final class Phones {

    private static final Pattern FRENCH = Pattern.compile("0[1-9][0-9]{8}");
    private static final Pattern INTERNATIONAL = Pattern.compile("[+][1-9][0-9]{5,14}");

    private Phones() {}

    static Parsed<Valeur> read(String typed) {
        var kept = new StringBuilder();
        typed.chars().filter(Phones::counts).forEach(it -> kept.append((char) it));
        var number = kept.toString();
        if (number.startsWith("00")) {
            number = "+" + number.substring(2);
        }
        if (number.startsWith("+330")) {
            number = "+33" + number.substring(4);
        }
        if (!FRENCH.matcher(number).matches() && !INTERNATIONAL.matcher(number).matches()) {
            return Parsed.invalid("demarches.saisie.phone", FreeText.shortened(typed));
        }
        return Parsed.valid(new Valeur.Texte(number));
    }

    /** What people put between digits says nothing; a letter does, and is refused. */
    private static boolean counts(int c) {
        return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && ".-/()".indexOf(c) < 0;
    }
}
