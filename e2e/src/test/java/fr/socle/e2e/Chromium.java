package fr.socle.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The browser of this machine. None is ever downloaded. */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");

    private Chromium() {}

    /** The one that the variable CHROMIUM names, else the first of the usual names on PATH. */
    static Optional<Path> find() {
        var named = System.getenv("CHROMIUM");
        return named == null || named.isBlank()
                ? onPath(System.getenv("PATH"))
                : Optional.of(Path.of(named)).filter(Files::isExecutable);
    }

    private static Optional<Path> onPath(@Nullable String path) {
        if (path == null) {
            return Optional.empty();
        }
        return NAMES.stream()
                .flatMap(
                        name ->
                                Stream.of(path.split(File.pathSeparator, -1))
                                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
