package fr.socle.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The source files that tests read for words, icons and forbidden markup. */
final class UiSources {

    static final Path JAVA = Path.of("src/main/java/fr/socle");
    static final Path BLOCK = JAVA.resolve("ui");

    private UiSources() {}

    static List<Path> files(Path folder, String suffix) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(it -> it.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the first group of the pattern finds in these files. */
    static Set<String> found(List<Path> files, Pattern pattern) {
        var found = new TreeSet<String>();
        files.forEach(
                file ->
                        pattern.matcher(text(file))
                                .results()
                                .forEach(it -> found.add(it.group(1))));
        return found;
    }
}
