package fr.socle.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Reads a table that {@code tools/cog/build} wrote: gzip, one row per line, columns by tabs. */
final class OfficialFile {

    private OfficialFile() {}

    /**
     * @throws IllegalStateException if the application was built without the table
     */
    static <T> List<T> read(String name, Function<String[], T> row) {
        var resource = OfficialFile.class.getResourceAsStream(name + ".tsv.gz");
        if (resource == null) {
            throw new IllegalStateException("no table " + name);
        }
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(resource), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> row.apply(line.split("\t", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("table " + name + " cannot be read", e);
        }
    }
}
