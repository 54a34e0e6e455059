package fr.socle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    private String rights(String name) throws IOException {
        return rights(place.resolve(name));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
