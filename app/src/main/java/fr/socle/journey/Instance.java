package fr.socle.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Socle of its own, on a free port and an empty folder, that ends with the journey. */
final class Instance implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Path folder;
    private final URI address;
    private final Process process;
    private final Thread onInterrupt = new Thread(this::end, "journey-instance-end");

    private Instance(Path folder, URI address, Process process) {
        this.folder = folder;
        this.address = address;
        this.process = process;
    }

    /** Starts one and waits until it answers. */
    static Instance start() {
        try {
            var folder = Files.createTempDirectory("socle-parcours");
            var port = freePort();
            var process =
                    socle(
                            folder,
                            List.of("start", "--port", "" + port, "--data", folder + "/data"));
            var instance = new Instance(folder, URI.create("http://localhost:" + port), process);
            // because Ctrl+C does not come back to whoever closes what he opened
            Runtime.getRuntime().addShutdownHook(instance.onInterrupt);
            instance.await();
            return instance;
        } catch (IOException failed) {
            throw new UncheckedIOException("Socle ne démarre pas", failed);
        }
    }

    URI address() {
        return address;
    }

    /** Runs another command of this same Socle, in a process of its own, in this folder. */
    static Process socle(Path folder, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", absoluteClassPath(), "fr.socle.Socle"));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(arguments.getFirst() + ".log").toFile());
        // because the operator's settings name the operator's database
        builder.environment().keySet().removeIf(it -> it.startsWith("SOCLE_"));
        return builder.start();
    }

    private static String absoluteClassPath() {
        var parts = System.getProperty("java.class.path").split(File.pathSeparator);
        return String.join(
                File.pathSeparator,
                java.util.Arrays.stream(parts)
                        .map(it -> Path.of(it).toAbsolutePath().toString())
                        .toList());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException {
        var until = Instant.now().plus(START);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                var said = Files.readString(folder.resolve("start.log"));
                close();
                throw new Unexpected("Socle ne démarre pas :\n" + said);
            }
            pause();
        }
    }

    private boolean answers() {
        try (var http = HttpClient.newHttpClient()) {
            var health =
                    HttpRequest.newBuilder(address.resolve("/exploitation/health/readiness"))
                            .timeout(ANSWER)
                            .build();
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("le parcours a été interrompu");
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("le parcours a été interrompu");
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException _) {
            // the hook runs already, and ends it
            return;
        }
        end();
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(folder);
    }

    /** With all that is in it. */
    static void delete(Path folder) {
        var until = Instant.now().plus(STOP);
        while (!deleted(folder, Instant.now().isAfter(until))) {
            pause();
        }
    }

    /** A database that was stopped while it began may still write for a moment. */
    private static boolean deleted(Path folder, boolean last) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
            return true;
        } catch (IOException | UncheckedIOException left) {
            if (last) {
                throw new IllegalStateException(folder + " n’a pas pu être effacé", left);
            }
            return false;
        }
    }
}
