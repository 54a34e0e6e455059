package fr.socle.avis.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The languages that the form speaks besides those of the house: with French and English, the five
 * of Je donne mon avis. Around the form the page keeps the language of the house.
 */
public enum Tongue {
    ES("Español"),
    PT("Português"),
    AR("العربية");

    private final String name;
    private final Map<String, String> sentences;

    Tongue(String name) {
        this.name = name;
        this.sentences = read("form_" + code() + ".properties");
    }

    /** A code of ISO 639-1. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As those who speak it call it. */
    public String ownName() {
        return name;
    }

    public String direction() {
        return this == AR ? "rtl" : "ltr";
    }

    /** The sentence of this key. */
    String sentence(String key) {
        return Objects.requireNonNull(sentences.get(key), key);
    }

    Map<String, String> sentences() {
        return sentences;
    }

    /** Reads what came from outside. */
    static Optional<Tongue> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    private static Map<String, String> read(String file) {
        var read = new Properties();
        try (var stream = Objects.requireNonNull(Tongue.class.getResourceAsStream(file), file)) {
            read.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return read.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                it -> it.getKey().toString(), it -> it.getValue().toString()));
    }
}
