package fr.socle.avis.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The questions that a form may ask, under the field codes of Je donne mon avis. */
public enum Question {
    SATISFACTION,
    COMPREHENSION,
    CONTACT_TRIED,
    CONTACT_REACHED,
    CONTACT_SATISFACTION,
    VERBATIM;

    /** All but the first, without which there is no opinion. */
    public static final List<Question> HIDEABLE = Arrays.stream(values()).skip(1).toList();

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what came from outside. */
    public static Optional<Question> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
