package fr.socle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names of our classes keep to the words of {@code docs/lexique.md}. */
class LexiconTests {

    private static final Path LEXICON = Path.of("..", "docs", "lexique.md");
    private static final int COLUMNS = 5;
    private static final int FORBIDDEN = 4;
    private static final String NONE = "—";

    @Test
    void everyLineHasItsFiveColumns() throws IOException {
        assertThat(lines()).hasSizeGreaterThan(20);
        assertThat(lines())
                .allSatisfy(
                        cells -> {
                            assertThat(cells).hasSize(COLUMNS).doesNotContain("");
                            assertThat(synonyms(cells))
                                    .allMatch(word -> word.matches("[A-Z][A-Za-z]+"));
                        });
    }

    @Test
    void noTermIsWrittenTwice() throws IOException {
        assertThat(lines().stream().map(List::getFirst)).doesNotHaveDuplicates();
    }

    @Test
    void noClassBearsAForbiddenSynonym() throws IOException, URISyntaxException {
        var names = classNames();
        assertThat(names).contains("Siren", "Accepted");
        var offences = new TreeMap<String, String>();
        forbidden()
                .forEach(
                        (word, instead) ->
                                names.stream()
                                        .filter(name -> bears(name, word))
                                        .forEach(
                                                name ->
                                                        offences.put(
                                                                name,
                                                                "« "
                                                                        + word
                                                                        + " » is forbidden: "
                                                                        + instead)));
        assertThat(offences).isEmpty();
    }

    @Test
    void aSynonymIsAWholeWordOfTheName() {
        assertThat(Stream.of("City", "CityForm", "BigCity", "BigCityForm", "CITYForm2City"))
                .allMatch(name -> bears(name, "City"));
        assertThat(Stream.of("Electricity", "Cityscape", "Commune"))
                .noneMatch(name -> bears(name, "City"));
        assertThat(bears("NewDateOfBirthField", "DateOfBirth")).isTrue();
    }

    private static boolean bears(String name, String word) {
        return Pattern.compile(word + "(?![a-z])").matcher(name).find();
    }

    /** Each forbidden word, and the code name of the term to use instead. */
    private static Map<String, String> forbidden() throws IOException {
        var forbidden = new TreeMap<String, String>();
        lines().forEach(
                        cells ->
                                synonyms(cells).forEach(word -> forbidden.put(word, cells.get(3))));
        return forbidden;
    }

    private static List<String> synonyms(List<String> cells) {
        var words = cells.get(FORBIDDEN);
        return words.equals(NONE) ? List.of() : List.of(words.split(", *"));
    }

    /** The lines of the table, without its head. */
    private static List<List<String>> lines() throws IOException {
        return Files.readAllLines(LEXICON).stream()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Stream.of(line.substring(1).split("\\|")).map(String::strip).toList())
                .toList();
    }

    private static List<String> classNames() throws IOException, URISyntaxException {
        var root = Path.of(Socle.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(root.resolve("fr/socle"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.startsWith("Jte"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .map(name -> name.substring(name.lastIndexOf('$') + 1))
                    .toList();
        }
    }
}
