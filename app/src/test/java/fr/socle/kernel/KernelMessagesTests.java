package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KernelMessagesTests {

    private static final Path SOURCES = Path.of("src/main/java/fr/socle/kernel");
    private static final Pattern KEY = Pattern.compile("\"(kernel\\.[a-z.-]+)\"");

    @Test
    void everyReasonHasItsSentenceInBothLanguagesAndNoSentenceIsIdle() throws IOException {
        var used = keysInSources();
        assertThat(used).hasSizeGreaterThan(40);
        assertThat(sentences("fr").stringPropertyNames()).isEqualTo(used);
        assertThat(sentences("en").stringPropertyNames()).isEqualTo(used);
    }

    @Test
    void bothLanguagesQuoteTheSameThings() throws IOException {
        var english = sentences("en");
        sentences("fr")
                .forEach(
                        (key, french) ->
                                assertThat(quotes((String) french))
                                        .as((String) key)
                                        .isEqualTo(quotes(english.getProperty((String) key))));
    }

    private static Set<String> quotes(String sentence) {
        var quotes = new TreeSet<String>();
        Pattern.compile("\\{[0-9]}")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .forEach(quotes::add);
        return quotes;
    }

    private static Set<String> keysInSources() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.list(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> KEY.matcher(read(file)).results())
                    .forEach(match -> keys.add(match.group(1)));
        }
        return keys;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties sentences(String language) throws IOException {
        var properties = new Properties();
        try (var file =
                KernelMessagesTests.class.getResourceAsStream(
                        "messages_" + language + ".properties")) {
            assertThat(file).isNotNull();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
