package fr.socle.avis.form;

import java.util.List;
import java.util.Locale;

/** What a form is for. */
public enum Template {
    /** An opinion in four steps, which counts in the scores. */
    AVIS(List.of(Question.values())),
    /** A fault, a situation or a wish, in words; kept when it is sent, and counted in no score. */
    REMARQUES(List.of(Question.VERBATIM));

    private final List<Question> questions;

    Template(List<Question> questions) {
        this.questions = questions;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Template of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Those that the form may ask in words of its own. */
    public List<Question> questions() {
        return questions;
    }

    /** Those that it may leave out. */
    public List<Question> hideable() {
        return this == AVIS ? Question.HIDEABLE : List.of();
    }
}
