package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;

/** Free text: its length, and the characters that make a text other than it looks. */
final class Texts {

    private static final int QUOTED = 80;

    private Texts() {}

    static Parsed<String> check(String text, int max) {
        if (text.length() > max) {
            return Parsed.invalid("demarches.saisie.long", max, text.length() - max);
        }
        return text.codePoints().anyMatch(Texts::deceives)
                ? Parsed.invalid("demarches.saisie.characters")
                : Parsed.valid(text);
    }

    /** As much of it as a refusal may quote. */
    static String shortened(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }

    /** Controls, halves of characters, line and direction overrides (Unicode TR 36). */
    private static boolean deceives(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t')
                || (c >= 0xD800 && c <= 0xDFFF)
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
