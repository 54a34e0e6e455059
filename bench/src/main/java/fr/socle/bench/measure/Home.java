package fr.socle.bench.measure;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;

/** Where the project lies. */
public record Home(Path root) {

    public Path launcher() {
        return root.resolve("socle");
    }

    /** The cache of classes with which the launcher starts Java, where one was made. */
    public Path archive() {
        return root.resolve("app/target/socle/socle.aot");
    }

    /** These benches, with the application that is built there. */
    String classPath() {
        var ours = System.getProperty("java.class.path", "").split(File.pathSeparator)[0];
        return ours + File.pathSeparator + root.resolve("app/target/socle/socle.jar");
    }

    public Path results() {
        return root.resolve("bench/target/results");
    }

    public Path performancePage() {
        return root.resolve("docs/performance.md");
    }

    public Scratch scratch() throws IOException {
        return Scratch.under(root.resolve("bench/target/scratch"));
    }

    /** A port that nobody listens on now. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
