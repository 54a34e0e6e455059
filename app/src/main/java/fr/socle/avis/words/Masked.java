package fr.socle.avis.words;

import java.util.EnumSet;
import java.util.Set;

/**
 * A free text in which what the rules find is replaced by a word in brackets. A name without title
 * or a story that only one person can tell is beyond rules: hence the five opinions without which a
 * service reads none.
 *
 * @param rules those that found something
 */
public record Masked(String text, Set<Rule> rules) {

    /** A marker may be longer than what it replaces. */
    public static final int LONGEST = 2000;

    public Masked {
        rules = Set.copyOf(rules);
    }

    public static Masked of(String text) {
        var rules = EnumSet.noneOf(Rule.class);
        var masked = text;
        for (var rule : Rule.values()) {
            if (rule.applies(masked)) {
                rules.add(rule);
                masked = rule.masked(masked);
            }
        }
        return new Masked(cut(masked), rules);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
