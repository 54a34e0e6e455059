package fr.socle.ui;

import fr.socle.kernel.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of one language. Every block keeps its own in {@code messages_fr.properties} and {@code
 * messages_en.properties}; a key starts with the block's name.
 */
public final class Words {

    private static final List<String> RIGHT_TO_LEFT = List.of("ar", "he", "fa", "ur");

    private final Locale locale;
    private final Map<String, Sentence> sentences;

    Words(Locale locale, Map<String, Sentence> sentences) {
        this.locale = locale;
        this.sentences = Map.copyOf(sentences);
    }

    /**
     * The sentence of this key, in this language.
     *
     * @throws IllegalArgumentException if no block wrote it: a test reads every template for such
     *     keys
     */
    public String of(String key, Object... arguments) {
        var sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no message " + key + " in " + locale);
        }
        return sentence.with(arguments);
    }

    public String of(Refusal refusal) {
        return of(refusal.key(), refusal.arguments().toArray());
    }

    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    public Locale locale() {
        return locale;
    }

    public String language() {
        return locale.getLanguage();
    }

    /** {@code ltr} or {@code rtl}, for the page's {@code dir}. */
    public String direction() {
        return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
    }
}
