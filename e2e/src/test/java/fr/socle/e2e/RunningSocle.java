package fr.socle.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packaged Socle, started as its users start it: by its command, in a process of its own. It
 * ends with the JVM of the tests, whatever happens to them.
 */
final class RunningSocle implements AutoCloseable {

    /** Long, because the command builds what is missing, and other work may share the machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(40);
    private static final String READY = "Ctrl+C arrête Socle";

    private final Path data;
    private final int port;
    private final Path terminal;
    private final Process process;
    private final List<ProcessHandle> helpers = new ArrayList<>();

    private RunningSocle(Path data, int port, Path terminal, Process process) {
        this.data = data;
        this.port = port;
        this.terminal = terminal;
        this.process = process;
    }

    /** A new house, in a new folder. */
    static RunningSocle fresh(String... options) {
        try {
            return start(Files.createTempDirectory("socle-e2e"), freePort(), options);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The same house again, at the same address. */
    RunningSocle again(String... options) {
        return start(data, port, options);
    }

    private static RunningSocle start(Path data, int port, String... options) {
        var words =
                Stream.concat(
                        Stream.of("start", "--port", "" + port, "--data", data.toString()),
                        Stream.of(options));
        try {
            var terminal = Files.createTempFile("socle-e2e", ".txt");
            var process =
                    SocleCommand.of(words.toArray(String[]::new))
                            .redirectErrorStream(true)
                            .redirectOutput(terminal.toFile())
                            .start();
            var socle = new RunningSocle(data, port, terminal, process);
            Runtime.getRuntime().addShutdownHook(new Thread(socle::end));
            socle.awaitReady();
            return socle;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What every address of this house begins with, without a slash at its end. */
    String address() {
        return "http://localhost:" + port;
    }

    /** The first thing on the terminal that this expression finds. */
    String printed(Pattern wanted) {
        var text = terminal();
        Matcher found = wanted.matcher(text);
        if (!found.find()) {
            throw new AssertionError(wanted + " is not in what the start printed:\n" + text);
        }
        return found.group();
    }

    boolean prints(Pattern wanted) {
        return wanted.matcher(terminal()).find();
    }

    /** Ends the process as {@code kill -9} does: nothing is saved, nobody is told. */
    void kill() {
        process.descendants().forEach(helpers::add);
        process.destroyForcibly();
        await(process);
    }

    @Override
    public void close() {
        end();
        delete(data);
    }

    private void end() {
        process.descendants().forEach(helpers::add);
        process.destroy();
        if (!await(process)) {
            process.destroyForcibly();
        }
        helpers.forEach(ProcessHandle::destroy);
    }

    private void awaitReady() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!terminal().contains(READY)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                end();
                throw new IllegalStateException("Socle does not start:\n" + terminal());
            }
            pause();
        }
    }

    private String terminal() {
        try {
            return Files.readString(terminal);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean await(Process process) {
        try {
            return process.waitFor(PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What cannot be deleted stays in the machine's temporary folder, and no test fails for it. */
    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
        } catch (IOException | UncheckedIOException stillInUse) {
            System.err.println("left behind: " + folder + " (" + stillInUse.getMessage() + ")");
        }
    }
}
