package fr.socle.demarches.definition;

/**
 * A line in a form of its own, checked by a pattern in linear time; its answer is a text.
 *
 * @param letters whether letters are allowed, digits, other signs: when the pattern is empty
 * @param pattern RE2 syntax, for the whole answer; empty: the allowed signs decide
 * @param example shown below the question; empty for none
 * @param message told when the answer has another form; empty: the usual sentence
 */
public record Format(
        boolean letters,
        boolean digits,
        boolean signs,
        int min,
        int max,
        String pattern,
        String example,
        String message)
        implements ChampType {

    @Override
    public String code() {
        return "format";
    }
}
