package fr.socle.house.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The words of {@code --help}: a file beside the class, so that the launcher reads the same one.
 */
public final class HelpFile {

    private HelpFile() {}

    /**
     * @param beside a class in whose package the file lies
     * @param name the file's name, without {@code .help}
     */
    public static String of(Class<?> beside, String name) {
        try (var file = beside.getResourceAsStream(name + ".help")) {
            if (file == null) {
                throw new IllegalStateException(name + ".help is missing beside " + beside);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
