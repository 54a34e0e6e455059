package fr.socle.journal.fire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A {@link NodeMain} in a process of its own. */
final class Node implements AutoCloseable {

    private final Process process;
    private final Thread listener;
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    private Node(Process process, Consumer<String> heard) {
        this.process = process;
        this.listener = Thread.ofPlatform().daemon().start(() -> listen(heard));
    }

    static Node start(String url, Path data, Consumer<String> heard) {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeMain.class.getName(),
                        url,
                        data.toString());
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(
                                    ProcessBuilder.Redirect.appendTo(
                                            data.resolve("erreurs.log").toFile()))
                            .start();
            return new Node(process, heard);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where it answers; waits until it does. */
    String address() {
        return address.orTimeout(240, TimeUnit.SECONDS).join();
    }

    boolean listens() {
        return address.isDone() && process.isAlive();
    }

    /** SIGKILL. What it had written into the pipe is still heard. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        listener.join();
    }

    /** SIGSTOP: it does nothing more, and all its connections stay open. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    /** Its callers stop; it goes on integrating and answering. */
    void stopAppending() {
        order("STOP");
        stopped.orTimeout(120, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void order(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void listen(Consumer<String> heard) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("LISTENS ")) {
                    address.complete(line.substring("LISTENS ".length()));
                } else if (line.equals("STOPPED")) {
                    stopped.complete(null);
                } else {
                    heard.accept(line);
                }
            }
        } catch (IOException died) {
            address.completeExceptionally(died);
        }
    }
}
