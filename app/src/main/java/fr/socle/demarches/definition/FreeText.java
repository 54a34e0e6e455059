package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import fr.socle.kernel.Texts;

/** Free text: its length, and the characters that it may hold. */
final class FreeText {

    private static final int QUOTED = 80;

    private FreeText() {}

    static Parsed<String> check(String text, int max) {
        var length = text.codePointCount(0, text.length());
        if (length > max) {
            return Parsed.invalid("demarches.saisie.long", max, length - max);
        }
        return text.codePoints().anyMatch(it -> it == '\r' || Texts.deceives(it))
                ? Parsed.invalid("demarches.saisie.characters")
                : Parsed.valid(text);
    }

    /** As much of it as a refusal may quote. */
    static String shortened(String text) {
        return Texts.cut(text, QUOTED);
    }
}
