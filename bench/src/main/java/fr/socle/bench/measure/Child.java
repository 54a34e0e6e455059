package fr.socle.bench.measure;

import fr.socle.bench.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A node in a process of its own. It is ended by its id, whatever becomes of the bench, and so is
 * its PostgreSQL.
 */
public final class Child implements AutoCloseable {

    /** As the launcher starts a node: it tells them to the benches. */
    public static final String JAVA_OPTIONS =
            Objects.requireNonNull(System.getenv("SOCLE_JAVA_OPTIONS"), "set by ./socle bench");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path data;
    private final Thread atExit;

    private Child(Process process, Path data) {
        this.process = process;
        this.data = data;
        this.atExit = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * {@code ./socle start}, exactly.
     *
     * @param environment variables to set beside ours
     */
    public static Child socle(Home home, Path data, int port, Map<String, String> environment)
            throws IOException {
        var builder =
                new ProcessBuilder(
                        home.launcher().toString(),
                        "start",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString());
        builder.environment().putAll(environment);
        builder.directory(home.root().toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output(data).toFile()));
        return new Child(builder.start(), data);
    }

    /**
     * Runs one of the benches' own programs with the flags of {@code ./socle start}, and gives what
     * it found.
     *
     * @param home of the Socle whose classes it uses
     * @param main its arguments are a data folder, a file with the plan, a file for its findings
     */
    public static <T> T measure(
            Home home, Class<?> main, Scratch scratch, Object plan, Class<T> findings)
            throws Exception {
        var data = scratch.folder().resolve("data");
        var given = Results.write(scratch.folder().resolve("plan.json"), plan);
        var found = scratch.folder().resolve("found.json");
        var arguments = new String[] {data.toString(), given.toString(), found.toString()};
        try (var node = program(home.classPath(), main.getName(), data, arguments)) {
            var status = node.process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(main.getSimpleName() + " ended with " + status);
            }
            return Results.read(found, findings);
        }
    }

    /**
     * One of the benches' own programs, with the flags of {@code ./socle start}.
     *
     * @param data the folder of its PostgreSQL, if it has one
     */
    public static Child program(Class<?> main, Path data, String... arguments) throws IOException {
        return program(System.getProperty("java.class.path", ""), main.getName(), data, arguments);
    }

    /** The same for a program that has a class path of its own. */
    public static Child program(String classPath, String main, Path data, String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(List.of(JAVA_OPTIONS.strip().split(" +")));
        command.addAll(
                List.of(
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath,
                        main));
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command).inheritIO().start(), data);
    }

    public long pid() {
        return process.pid();
    }

    /** What it printed: for whoever must say why it failed. */
    public String printed() throws IOException {
        return Files.readString(output(data));
    }

    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private static Path output(Path data) {
        return data.resolveSibling("node.log");
    }

    private void end() {
        try {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            stopPostgres();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            System.err.println("PostgreSQL goes on in " + data + ": " + failed);
        }
    }

    private void stopPostgres() throws IOException, InterruptedException {
        var left = EmbeddedPostmaster.in(data);
        if (left.isPresent() && ProcessHandle.of(left.get().pid()).isPresent()) {
            left.get().stop();
            ProcessHandle.of(left.get().pid()).ifPresent(it -> it.onExit().join());
        }
    }
}
