package fr.socle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java rules do not see SQL: each block keeps to the schema of its name, the house to none. */
class SchemaOwnershipTests {

    private static final Path BLOCKS = Path.of("src/main/java/fr/socle");
    private static final Pattern LITERAL =
            Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern SQL =
            Pattern.compile(
                    "(?i)\\b(select|insert|update|delete|merge|from|join|using|into|nextval|setval"
                            + "|truncate|copy|lock|create|alter|drop|references|call)\\b");

    @Test
    void noBlockNamesTheSchemaOfAnother() throws IOException {
        var blocks = blocks();
        for (var block : blocks) {
            try (var files = Files.walk(BLOCKS.resolve(block))) {
                assertThat(trespasses(files, block, blocks)).as("in %s", block).isEmpty();
            }
        }
    }

    @Test
    void theRootPackageNamesNoSchema() throws IOException {
        try (var files = Files.list(BLOCKS)) {
            assertThat(trespasses(files, "", blocks())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM directory.agent",
                "SELECT 1 FROM journal.leaf, directory.agent",
                "DELETE FROM journal.leaf USING directory.agent a",
                "SELECT nextval('directory.seq')",
                "CREATE VIEW journal.v AS TABLE directory.agent",
                "MERGE INTO journal.leaf USING directory.agent ON true",
                "SELECT 1 FROM \"directory\".agent",
                "SELECT directory . agent.id FROM x",
                "LOCK TABLE DIRECTORY.agent"
            })
    void aTrespassIsSeen(String sql) {
        var foreign = outside("journal", List.of("journal", "directory"));
        assertThat(mentions(foreign, sql)).isNotEmpty();
        assertThat(mentions(foreign, sql.replaceAll("(?i)directory", "journal"))).isEmpty();
    }

    @Test
    void sqlIsReadFromTextBlocksAndFromStrings() {
        var java = "a(\"\"\"\n SELECT 1 FROM x.t\n\"\"\"); b(\"DELETE FROM y.t\"); c(\"y.key\");";
        assertThat(sqlOf(java).map(String::strip))
                .containsExactly("SELECT 1 FROM x.t", "DELETE FROM y.t");
    }

    private static List<String> blocks() throws IOException {
        try (var folders = Files.list(BLOCKS)) {
            return folders.filter(Files::isDirectory)
                    .map(it -> it.getFileName().toString())
                    .toList();
        }
    }

    private static List<String> trespasses(Stream<Path> files, String block, List<String> blocks) {
        var foreign = outside(block, blocks);
        return files.filter(it -> it.toString().matches(".*\\.(java|sql)"))
                .flatMap(
                        file ->
                                sqlIn(file)
                                        .flatMap(it -> mentions(foreign, it).stream())
                                        .map(it -> file + ": " + it))
                .toList();
    }

    private static Stream<String> sqlIn(Path file) {
        try {
            var text = Files.readString(file);
            return file.toString().endsWith(".sql")
                    ? Stream.of(text.replaceAll("--.*", ""))
                    : sqlOf(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> sqlOf(String java) {
        return LITERAL.matcher(java)
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
                .filter(it -> SQL.matcher(it).find());
    }

    private static List<String> mentions(Pattern foreign, String sql) {
        return foreign.matcher(sql).results().map(it -> it.group()).toList();
    }

    /** Any name qualified with the schema of another block; a path or a longer name is none. */
    private static Pattern outside(String block, List<String> blocks) {
        var others =
                blocks.stream().filter(it -> !it.equals(block)).collect(Collectors.joining("|"));
        return Pattern.compile("(?i)(?<![\\w./-])\"?(" + others + ")\"?\\s*\\.\\s*\"?[a-z_]\\w*");
    }
}
