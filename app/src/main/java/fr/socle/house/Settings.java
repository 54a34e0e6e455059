package fr.socle.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What an operator set: {@code socle.yaml}, then {@code SOCLE_…} variables, then the command line;
 * the later wins. Every key is checked, so that a misspelt one stops the start instead of doing
 * nothing.
 */
public final class Settings {

    private static final String VARIABLE_PREFIX = "SOCLE_";

    private final SettingsKeys keys;
    private final Map<String, Object> properties = new LinkedHashMap<>();

    public Settings(SettingsKeys keys) {
        this.keys = keys;
    }

    /**
     * @throws UnknownSetting for a key that does not exist
     * @throws BrokenSettingsFile for a file that is no YAML
     */
    public Settings file(Path file) {
        if (Files.exists(file)) {
            var read = read(file);
            if (read != null) {
                read.forEach((key, value) -> set(key.toString(), value));
            }
        }
        return this;
    }

    private static @Nullable Properties read(Path file) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(file));
        try {
            return yaml.getObject();
        } catch (MarkedYAMLException broken) {
            var line = broken.getProblemMark().getLine() + 1;
            throw new BrokenSettingsFile(
                    file, "n’est pas du YAML : voyez sa ligne " + line, broken);
        } catch (YAMLException broken) {
            throw new BrokenSettingsFile(file, "n’est pas du YAML", broken);
        } catch (IllegalStateException unreadable) {
            throw new BrokenSettingsFile(file, "ne se lit pas", unreadable);
        }
    }

    /**
     * @throws UnknownSetting for a {@code SOCLE_} variable that sets nothing
     */
    public Settings variables(Map<String, String> environment) {
        environment.forEach(
                (name, value) -> {
                    if (name.startsWith(VARIABLE_PREFIX)) {
                        properties.put(
                                keys.property(name.substring(VARIABLE_PREFIX.length())), value);
                    }
                });
        return this;
    }

    public Settings set(String key, Object value) {
        // because a list of a YAML file comes as key[0], key[1], …
        var index = key.indexOf('[');
        var name = index < 0 ? key : key.substring(0, index);
        properties.put(keys.property(name) + (index < 0 ? "" : key.substring(index)), value);
        return this;
    }

    /** Spring's properties, each starting with {@code socle.}. */
    public Map<String, Object> properties() {
        return Map.copyOf(properties);
    }
}
