package fr.socle.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The drawings of the icons, from {@code icons.properties} (Lucide; see {@code tools/icons}). */
public final class Icons {

    private static final Map<String, String> DRAWINGS = read();

    private static final Set<String> TURNING =
            Set.of(
                    "arrow-left",
                    "arrow-right",
                    "chevron-left",
                    "chevron-right",
                    "external-link",
                    "log-in",
                    "log-out",
                    "send",
                    "undo-2");

    private Icons() {}

    /**
     * The inside of the {@code svg} element, 24 units wide and high.
     *
     * @throws IllegalArgumentException if there is no such icon: a test reads every template for it
     */
    public static String drawing(String name) {
        var drawing = DRAWINGS.get(name);
        if (drawing == null) {
            throw new IllegalArgumentException("no icon " + name);
        }
        return drawing;
    }

    /** Whether it points along the line, and so the other way where the line runs to the left. */
    public static boolean turns(String name) {
        return TURNING.contains(name);
    }

    static boolean exists(String name) {
        return DRAWINGS.containsKey(name);
    }

    private static Map<String, String> read() {
        var properties = new Properties();
        try (var file =
                Objects.requireNonNull(Icons.class.getResourceAsStream("icons.properties"))) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var drawings = new HashMap<String, String>();
        properties.forEach((name, drawing) -> drawings.put((String) name, (String) drawing));
        return Map.copyOf(drawings);
    }
}
