package fr.socle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern KEY = Pattern.compile("\"(ui\\.[a-z][a-z.-]*[a-z])\"");

    /** Named as message keys are, but other things. */
    private static final Set<String> NO_MESSAGES = Set.of("ui.observer", "ui.error.container");

    @Test
    void bothLanguagesHoldTheSameKeys() throws IOException {
        assertThat(keys("fr")).isEqualTo(keys("en"));
    }

    @Test
    void everyKeyThatIsUsedIsWritten() throws IOException {
        assertThat(keys("fr")).containsAll(used());
    }

    @Test
    void everyKeyThatIsWrittenIsUsed() throws IOException {
        // a right's label is looked up by the right's own code, what a page is for by its label
        assertThat(used())
                .containsAll(
                        keys("fr").stream()
                                .filter(it -> !it.startsWith("right.") && !it.endsWith(".about"))
                                .toList());
    }

    @Test
    void everySentenceOfABlockCanBeReadInBothLanguages() throws IOException {
        var dictionary = new Dictionary();
        for (var key : keys("fr")) {
            assertThat(dictionary.in("fr").of(key, 2, 3, 4)).as(key).isNotBlank();
            assertThat(dictionary.in("en").of(key, 2, 3, 4)).as(key).isNotBlank();
        }
    }

    @Test
    void aNumberOfErrorsIsToldInItsGrammaticalNumber() throws IOException {
        var french = new Dictionary().french();
        assertThat(french.of("ui.summary.title", 1)).isEqualTo("Une réponse est à corriger");
        assertThat(french.of("ui.summary.title", 3)).isEqualTo("3 réponses sont à corriger");
    }

    private static Set<String> used() {
        var files = new ArrayList<>(UiSources.files(UiSources.BLOCK, ".jte"));
        files.addAll(UiSources.files(UiSources.BLOCK, ".java"));
        var used = new TreeSet<>(UiSources.found(files, KEY));
        for (var fault : Fault.values()) {
            used.addAll(List.of(fault.code() + ".what", fault.code() + ".then"));
            used.add(fault.problem() + ".what");
        }
        used.removeAll(NO_MESSAGES);
        return used;
    }

    private static Set<String> keys(String language) throws IOException {
        var properties = new Properties();
        var file = UiSources.BLOCK.resolve("messages_" + language + ".properties");
        properties.load(new StringReader(UiSources.text(file)));
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
