package fr.socle.ui;

import fr.socle.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of one language. Every block keeps its own in {@code messages_fr.properties} and {@code
 * messages_en.properties}; a key starts with the block's name.
 */
public final class Words {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final List<String> RIGHT_TO_LEFT = List.of("ar", "he", "fa", "ur");

    private final Locale locale;
    private final Map<String, Sentence> sentences;
    private final DateTimeFormatter moments;
    private final DateTimeFormatter days;

    Words(Locale locale, Map<String, Sentence> sentences) {
        this.locale = locale;
        this.sentences = Map.copyOf(sentences);
        this.moments = format("ui.format.moment").withZone(PARIS);
        this.days = format("ui.format.day");
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

    /**
     * The sentence of this key; what is no key is a name that people gave, and is told as it is.
     */
    public String orItself(String keyOrName) {
        return has(keyOrName) ? of(keyOrName) : keyOrName;
    }

    /** A moment as people here read it, in Paris: {@code 22 novembre 2026 à 14 h 31}. */
    public String moment(Instant instant) {
        return moments.format(instant);
    }

    /** A day as people here read it: {@code 22 novembre 2026}. */
    public String day(LocalDate day) {
        return days.format(day);
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

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(has(key) ? of(key) : "uuuu-MM-dd HH:mm", locale);
    }
}
