package fr.socle.avis.web;

import fr.socle.avis.form.Question;
import fr.socle.avis.form.Questions;
import java.util.Arrays;
import java.util.List;

/** A page of the form. Each is kept as it is sent; only the first must be answered. */
public enum Step {
    SATISFACTION(Question.SATISFACTION),
    CLARITY(Question.COMPREHENSION),
    HELP(Question.CONTACT_TRIED, Question.CONTACT_REACHED, Question.CONTACT_SATISFACTION),
    TEXT(Question.VERBATIM);

    private final List<Question> questions;

    Step(Question... questions) {
        this.questions = List.of(questions);
    }

    public int number() {
        return ordinal() + 1;
    }

    /** Those in which something is asked, in their order; the first is always among them. */
    static List<Step> of(Questions asked) {
        return Arrays.stream(values())
                .filter(it -> it.questions.stream().anyMatch(asked::ask))
                .toList();
    }

    /** Reads what came from outside; anything else is the first one. */
    static Step of(String number) {
        return number.length() == 1 && number.charAt(0) >= '1' && number.charAt(0) <= '4'
                ? values()[number.charAt(0) - '1']
                : SATISFACTION;
    }
}
