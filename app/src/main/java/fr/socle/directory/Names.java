package fr.socle.directory;

import fr.socle.kernel.Parsed;

/** The rule for every name of this block: one line of 1 to 200 characters. */
final class Names {

    static final int MAX = 200;

    private Names() {}

    static Parsed<String> parse(String text) {
        if (text.length() > MAX) {
            return Parsed.invalid("ui.form.too-long", MAX, text.length());
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? Parsed.invalid("directory.name.one-line")
                : Parsed.valid(text);
    }
}
