package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KernelPurityTests {

    @Test
    void importsNothingButJavaAndItsNullAnnotations() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/fr/socle/kernel"))) {
            var sources =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("package-info.java"))
                            .toList();
            assertThat(sources).hasSizeGreaterThan(20);
            for (var source : sources) {
                assertThat(Files.readAllLines(source))
                        .filteredOn(line -> line.startsWith("import "))
                        .allMatch(
                                line ->
                                        line.matches(
                                                "import (static )?(java\\.|org\\.jspecify\\.|fr\\.socle\\.kernel\\.).*"));
            }
        }
    }
}
