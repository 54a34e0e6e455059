package fr.socle.avis.observatoire.listing;

import fr.socle.kernel.Parsed;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A value that tables, forms and files write by a word of their own. */
public interface Worded {

    /** As rows and forms keep it. */
    String code();

    /** As the published files of the Observatoire write it, whatever the language of the page. */
    String word();

    /** Reads the code or the word, great letters or small. */
    static <T extends Worded> Function<String, Parsed<T>> among(T[] values) {
        return text ->
                Arrays.stream(values)
                        .filter(it -> it.code().equals(text) || it.word().equalsIgnoreCase(text))
                        .findFirst()
                        .map(Parsed::valid)
                        .orElseGet(() -> Parsed.invalid("avis.listed.word", words(values)));
    }

    /** The value that a row of ours holds. */
    static <T extends Worded> T ofCode(T[] values, String code) {
        return Arrays.stream(values).filter(it -> it.code().equals(code)).findFirst().orElseThrow();
    }

    private static String words(Worded[] values) {
        return Arrays.stream(values).map(Worded::word).collect(Collectors.joining(", "));
    }
}
