package fr.socle.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The words of every block in every language, read once at start-up. */
@Component
public class Dictionary {

    public static final Locale DEFAULT = Locale.FRENCH;

    private final Map<String, Words> languages;

    /** Also for a command that speaks before the house is open. */
    public Dictionary() throws IOException {
        languages = Map.of("fr", read(Locale.FRENCH), "en", read(Locale.ENGLISH));
    }

    /** The words of a language, French when it is none of ours. */
    public Words in(String language) {
        var words = languages.get(language);
        return words != null ? words : french();
    }

    public boolean speaks(String language) {
        return languages.containsKey(language);
    }

    public Words french() {
        var french = languages.get(DEFAULT.getLanguage());
        if (french == null) {
            throw new IllegalStateException("no French messages");
        }
        return french;
    }

    private static Words read(Locale locale) throws IOException {
        var sentences = new HashMap<String, Sentence>();
        var pattern = "classpath*:fr/socle/**/messages_" + locale.getLanguage() + ".properties";
        for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            properties(file)
                    .forEach(
                            (key, words) -> {
                                if (sentences.put(
                                                (String) key, Sentence.read((String) words, locale))
                                        != null) {
                                    throw new IllegalStateException(
                                            "message " + key + " is written twice");
                                }
                            });
        }
        return new Words(locale, sentences);
    }

    private static Properties properties(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
