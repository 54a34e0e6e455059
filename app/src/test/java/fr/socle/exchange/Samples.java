package fr.socle.exchange;

import fr.socle.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The State's own scenario files (etalab/siade_staging_data) with the OpenAPI descriptions that
 * they obey; in {@code siade} of the folder of the property {@code socle.samples}, or in {@code
 * shared/samples/siade} of a folder above.
 */
@NullMarked
final class Samples {

    private final Path folder;

    private Samples(Path folder) {
        this.folder = folder;
    }

    /**
     * @param params name to value, or to a list of values
     */
    record Scenario(String name, Map<String, Object> params, int status, String payload) {}

    static Optional<Samples> find() {
        return SampleFolder.find("siade").map(Samples::new);
    }

    @SuppressWarnings("unchecked")
    List<Scenario> scenarios(String set) throws IOException {
        var scenarios = new ArrayList<Scenario>();
        try (var files = Files.list(folder.resolve(set))) {
            for (var file :
                    files.filter(it -> it.toString().matches(".*\\.ya?ml")).sorted().toList()) {
                Map<String, Object> read = new Yaml().load(Files.readString(file));
                scenarios.add(
                        new Scenario(
                                set + "/" + file.getFileName(),
                                (Map<String, Object>) read.getOrDefault("params", Map.of()),
                                (Integer) there(read.get("status")),
                                (String) there(read.get("payload"))));
            }
        }
        return scenarios;
    }

    /** The schema of what an address answers. */
    @SuppressWarnings("unchecked")
    Map<String, Object> schema(String description, String path) throws IOException {
        Object at = new Yaml().load(Files.readString(folder.resolve(description)));
        for (var name :
                List.of(
                        "paths",
                        path,
                        "get",
                        "responses",
                        "200",
                        "content",
                        "application/json",
                        "schema")) {
            at = there(((Map<String, Object>) at).get(name));
        }
        return (Map<String, Object>) at;
    }

    private static Object there(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }
}
