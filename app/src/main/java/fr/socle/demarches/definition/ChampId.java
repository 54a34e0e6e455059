package fr.socle.demarches.definition;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names one field, the same in every revision: an answer given under one revision is still this
 * field's under the next.
 *
 * @param value 4 to 20 small letters and digits
 */
public record ChampId(String value) implements Comparable<ChampId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{4,20}");
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 8;

    public ChampId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a field");
        }
    }

    /** Reads what came from outside. */
    public static Optional<ChampId> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ChampId(text)) : Optional.empty();
    }

    /** A new one, without the letters that look alike: people write it in letters of models. */
    public static ChampId random(RandomGenerator random) {
        var made = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new ChampId(made.toString());
    }

    @Override
    public int compareTo(ChampId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
