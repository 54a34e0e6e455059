package fr.socle.ui;

import java.text.MessageFormat;
import java.util.Locale;

/** One message: fixed words, or a pattern of {@link MessageFormat} when it quotes something. */
sealed interface Sentence {

    String with(Object... arguments);

    record Fixed(String words) implements Sentence {
        @Override
        public String with(Object... arguments) {
            return words;
        }
    }

    /** MessageFormat is not thread-safe, so each use takes a copy. */
    record Pattern(MessageFormat format) implements Sentence {
        @Override
        public String with(Object... arguments) {
            return ((MessageFormat) format.clone()).format(arguments);
        }
    }

    /**
     * A quote is written once, as people write it: only a pattern needs MessageFormat's doubling,
     * done here.
     */
    static Sentence read(String words, Locale locale) {
        return words.contains("{")
                ? new Pattern(new MessageFormat(words.replace("'", "''"), locale))
                : new Fixed(words);
    }
}
