package fr.socle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Java rules do not see SQL: each block keeps to the schema of its name. */
class SchemaOwnershipTests {

    private static final Path BLOCKS = Path.of("src/main/java/fr/socle");

    @Test
    void noBlockNamesTheSchemaOfAnother() throws IOException {
        var blocks = blocks();
        for (var block : blocks) {
            assertThat(foreignTables(block, blocks)).as("tables of others in %s", block).isEmpty();
        }
    }

    @Test
    void aTrespassIsSeen() {
        var pattern = tablesOutside("journal", List.of("journal", "directory"));
        assertThat(pattern.matcher("SELECT 1 FROM directory.agent").find()).isTrue();
        assertThat(pattern.matcher("SELECT 1 FROM journal.leaf").find()).isFalse();
    }

    private static List<String> blocks() throws IOException {
        try (var folders = Files.list(BLOCKS)) {
            return folders.filter(Files::isDirectory)
                    .map(it -> it.getFileName().toString())
                    .toList();
        }
    }

    private static List<String> foreignTables(String block, List<String> blocks)
            throws IOException {
        var foreign = tablesOutside(block, blocks);
        try (var files = Files.walk(BLOCKS.resolve(block))) {
            return files.filter(it -> it.toString().matches(".*\\.(java|sql)"))
                    .flatMap(it -> matches(foreign, it))
                    .toList();
        }
    }

    private static Stream<String> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map(it -> file + ": " + it.group());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Pattern tablesOutside(String block, List<String> blocks) {
        var others =
                blocks.stream().filter(it -> !it.equals(block)).collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?i)\\b(from|join|into|update|table|references|truncate|copy)\\s+("
                        + others
                        + ")\\.");
    }
}
