package fr.socle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir Path place;

    @Test
    void whatItMakesIsItsOwnersAlone() throws IOException {
        var folder = new DataFolder(place.resolve("data"));
        folder.keepPrivate("socle.log");
        assertThat(rights("data")).isEqualTo("rwx------");
        assertThat(rights("data/socle.log")).isEqualTo("rw-------");
        assertThat(rights(folder.folder("pieces"))).isEqualTo("rwx------");
    }

    @Test
    void whatWasEveryonesBecomesItsOwnersAndKeepsItsContent() throws IOException {
        var data = Files.createDirectories(place.resolve("data"));
        var programme = Files.createDirectories(data.resolve("postgresql-programme"));
        Files.setPosixFilePermissions(programme, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(data.resolve("socle.log"), "avant");
        Files.setPosixFilePermissions(
                data.resolve("socle.log"), PosixFilePermissions.fromString("rw-r--r--"));
        var folder = new DataFolder(data);
        folder.keepPrivate("socle.log");
        folder.folder("postgresql-programme");
        assertThat(rights(programme)).isEqualTo("rwx------");
        assertThat(rights("data/socle.log")).isEqualTo("rw-------");
        assertThat(data.resolve("socle.log")).hasContent("avant");
    }

    /** Two nodes on one database may share the folder, and start at the same time. */
    @Test
    void whatIsMadeOnceIsTheSameForAllWhoMakeItAtTheSameTime() throws Exception {
        var root = place.resolve("data");
        for (var round = 0; round < 50; round++) {
            var name = "cles/" + round;
            try (var nodes = Executors.newFixedThreadPool(4)) {
                var made =
                        nodes.invokeAll(
                                Collections.<Callable<byte[]>>nCopies(
                                        4, () -> new DataFolder(root).once(name, seed())));
                var kept = Files.readAllBytes(root.resolve(name));
                for (var each : made) {
                    assertThat(each.get()).isEqualTo(kept);
                }
            }
        }
        try (var files = Files.list(root.resolve("cles"))) {
            assertThat(files).hasSize(50);
        }
    }

    private static byte[] seed() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }

    private String rights(String name) throws IOException {
        return rights(place.resolve(name));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
