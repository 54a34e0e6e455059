package fr.socle.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A fresh folder that goes when it is closed. On the project's disk, because /tmp may be memory.
 */
public record Scratch(Path folder) implements AutoCloseable {

    public static Scratch under(Path parent) throws IOException {
        return new Scratch(
                Files.createTempDirectory(
                        Files.createDirectories(parent.toAbsolutePath()), "run-"));
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Scratch::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove " + folder, failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove " + file, failed);
        }
    }
}
