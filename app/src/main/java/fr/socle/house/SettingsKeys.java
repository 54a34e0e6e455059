package fr.socle.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys that an operator may set, read from the metadata that the compiler writes from the
 * settings records. A key bears no {@code socle.} here: {@code journal.publish-every}.
 */
public final class SettingsKeys {

    /**
     * @param name with the name of the thing in angle brackets, where there may be many of a kind:
     *     {@code identity.federations.<code>.name}
     * @param successor the key that took the place of a retired one; empty text when the key is in
     *     use
     */
    public record Key(
            String name, String type, String description, String defaultValue, String successor) {

        boolean retired() {
            return !successor.isEmpty();
        }

        private boolean ofMany() {
            return name.indexOf('<') >= 0;
        }

        /** The property of the thing that is named in what was written; empty for another key. */
        private Optional<String> named(String written) {
            var parts = name.split("<\\w+>");
            var matcher =
                    Pattern.compile(
                                    loose(parts[0]) + "([A-Za-z0-9_-]+?)" + loose(parts[1]),
                                    Pattern.CASE_INSENSITIVE)
                            .matcher(written);
            return matcher.matches()
                    ? Optional.of(
                            PREFIX
                                    + parts[0]
                                    + matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-')
                                    + parts[1])
                    : Optional.empty();
        }

        /** As a pattern for each way to write it; a dot is written, or the mark of a variable. */
        private static String loose(String part) {
            return part.replace("-", "[_-]?").replace(".", "[._]");
        }
    }

    private static final String PREFIX = "socle.";
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private final Map<String, Key> byPlainName = new TreeMap<>();

    /** Reads the metadata that lie with this class: a library sets no key of Socle. */
    public static SettingsKeys onClassPath() {
        var here = SettingsKeys.class.getName().replace('.', '/') + ".class";
        var self = Objects.requireNonNull(SettingsKeys.class.getResource("/" + here)).toString();
        var metadata = URI.create(self.substring(0, self.length() - here.length()) + METADATA);
        try (var file = metadata.toURL().openStream()) {
            var keys = new SettingsKeys();
            keys.read(JsonMapper.shared().readTree(file));
            return keys;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the settings' metadata cannot be read", unreadable);
        }
    }

    static SettingsKeys of(String metadata) {
        var keys = new SettingsKeys();
        keys.read(JsonMapper.shared().readTree(metadata));
        return keys;
    }

    /**
     * The full property name of a key, however it is written: {@code publish-every}, {@code
     * publishEvery}, {@code PUBLISH_EVERY}.
     *
     * @throws UnknownSetting naming the right key, for a retired or misspelt one
     */
    String property(String written) {
        var key = byPlainName.get(plain(written));
        if (key == null || key.ofMany()) {
            return named(written).orElseThrow(() -> new UnknownSetting(written, nearest(written)));
        }
        if (key.retired()) {
            throw new UnknownSetting(
                    written, Optional.of(key.successor().substring(PREFIX.length())));
        }
        return PREFIX + key.name();
    }

    /** Every key in use, in the order of the alphabet. */
    public Iterable<Key> all() {
        return byPlainName.values().stream().filter(it -> !it.retired()).toList();
    }

    private void read(JsonNode metadata) {
        for (var property : metadata.path("properties")) {
            var name = property.path("name").asString("");
            if (name.startsWith(PREFIX)) {
                var key =
                        new Key(
                                name.substring(PREFIX.length()),
                                property.path("type").asString(""),
                                property.path("description").asString(""),
                                property.path("defaultValue").asString(""),
                                property.path("deprecation").path("replacement").asString(""));
                byPlainName.put(plain(key.name()), key);
            }
        }
    }

    private Optional<String> named(String written) {
        return byPlainName.values().stream()
                .filter(Key::ofMany)
                .flatMap(it -> it.named(written).stream())
                .findFirst();
    }

    private Optional<String> nearest(String written) {
        return byPlainName.entrySet().stream()
                .filter(it -> !it.getValue().retired())
                .min(Comparator.comparingInt(it -> Spelling.distance(it.getKey(), plain(written))))
                .map(it -> it.getValue().name());
    }

    private static String plain(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
