package fr.socle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** Folders of a test run. They go with it, after the houses that work in them. */
public final class TestFolders {

    private TestFolders() {}

    public static Path fresh(String name) {
        try {
            var folder = Files.createTempDirectory(name);
            SpringApplication.getShutdownHandlers().add(() -> remove(folder));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException inUse) {
            // a node that was killed a moment ago may still write into it
        }
    }
}
