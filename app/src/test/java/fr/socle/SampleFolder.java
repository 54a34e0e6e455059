package fr.socle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Real inputs, which stand beside the repository where it is developed: in the folder that the
 * property {@code socle.samples} names, or in {@code shared/samples} of a folder above.
 */
public final class SampleFolder {

    private SampleFolder() {}

    /** Empty where there are none. */
    public static Optional<Path> find(String kind) {
        var told = System.getProperty("socle.samples");
        if (told != null) {
            return Optional.of(Path.of(told, kind));
        }
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var folder = at.resolve("shared/samples").resolve(kind);
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
