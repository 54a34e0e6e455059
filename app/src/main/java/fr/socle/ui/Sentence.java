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
    static Sentence read(String written, Locale locale) {
        var words = locale.getLanguage().equals("fr") ? withFrenchSpaces(written) : written;
        return words.contains("{")
                ? new Pattern(new MessageFormat(words.replace("'", "''"), locale))
                : new Fixed(words);
    }

    /**
     * French sets a space before high punctuation and inside guillemets, which must not end a line:
     * nobody types such spaces, so they are put in here (Imprimerie nationale, Lexique).
     */
    private static String withFrenchSpaces(String words) {
        return words.replace(" :", "\u00a0:")
                .replace(" ;", "\u202f;")
                .replace(" !", "\u202f!")
                .replace(" ?", "\u202f?")
                .replace("« ", "«\u00a0")
                .replace(" »", "\u00a0»");
    }
}
