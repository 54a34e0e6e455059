package fr.socle.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The reports as JSON files, one per bench: the last run of each. */
public record Results(Path folder) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Path keep(Report report) throws IOException {
        return write(folder.resolve(report.bench() + ".json"), report);
    }

    public List<Report> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".json"))
                    .sorted()
                    .map(it -> read(it, Report.class))
                    .toList();
        }
    }

    /** What a child process measured, on its way to the one that started it. */
    public static Path write(Path file, Object value) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        JSON.writeValue(file, value);
        return file;
    }

    public static <T> T read(Path file, Class<T> type) {
        return JSON.readValue(file, type);
    }
}
