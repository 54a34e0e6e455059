package fr.socle.avis.form;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one version of a form asks.
 *
 * @param number of the version, from 1 on; 0 for the common form, which has no other
 * @param hidden questions that are not asked; never the first
 * @param renamed questions that are asked in words of the service, at most {@link #LONGEST}
 *     characters
 */
public record Questions(int number, Set<Question> hidden, Map<Question, String> renamed) {

    public static final int LONGEST = 250;

    /** Every question, in our words. */
    public static final Questions COMMON = new Questions(0, Set.of(), Map.of());

    public Questions {
        hidden = Set.copyOf(hidden);
        renamed = Map.copyOf(renamed);
    }

    public boolean ask(Question question) {
        return !hidden.contains(question);
    }

    public Optional<String> words(Question question) {
        return Optional.ofNullable(renamed.get(question));
    }

    /** Whether these are the same questions in the same words, whatever the number. */
    public boolean sameAs(Questions other) {
        return hidden.equals(other.hidden) && renamed.equals(other.renamed);
    }

    Questions numbered(int other) {
        return new Questions(other, hidden, renamed);
    }
}
