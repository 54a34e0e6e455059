package fr.socle.journey;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** {@code ./socle start} in a process of its own, on a data folder, with the database in it. */
final class LivingNode implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);
    private static final String COMMAND_LOG = "commandes.log";

    private final Path folder;
    private final int port;
    private final Map<String, String> settings;
    private Process process;

    private LivingNode(Path folder, int port, Map<String, String> settings) {
        this.folder = folder;
        this.port = port;
        this.settings = settings;
        this.process = launch();
    }

    /**
     * @param folder holds the data folder and the logs
     * @param settings as {@code SOCLE_…} variables
     */
    static LivingNode start(Path folder, Map<String, String> settings) throws IOException {
        return start(folder, _ -> settings);
    }

    /**
     * @param settings of the port on which it will answer
     */
    static LivingNode start(Path folder, IntFunction<Map<String, String>> settings)
            throws IOException {
        try (var socket = new ServerSocket(0)) {
            var port = socket.getLocalPort();
            return new LivingNode(folder, port, settings.apply(port));
        }
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Waits until it answers; one that ended by itself is started again, as a service would be. */
    LivingNode ready() {
        await().pollInterval(Duration.ofMillis(200))
                .atMost(START)
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                process = launch();
                            }
                            return healthy();
                        });
        return this;
    }

    /** SIGKILL, then another start on the same folder. */
    void killAndStart() throws InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch();
    }

    /** SIGKILL to PostgreSQL's first process. */
    void killPostgres() {
        postmaster().destroyForcibly();
    }

    /** Another command of the same Socle: its exit code. */
    int command(String... arguments) throws IOException, InterruptedException {
        return builder(List.of(arguments), COMMAND_LOG).start().waitFor();
    }

    /** What the commands said. */
    String said() throws IOException {
        return Files.readString(folder.resolve(COMMAND_LOG));
    }

    /** How another node finds this one's database; it may share its data folder. */
    Map<String, String> neighbour() throws IOException {
        return Map.of(
                "SOCLE_ADDRESS", address().toString(),
                "SOCLE_DATABASE_URL", url(),
                "SOCLE_DATABASE_USER", "postgres",
                "SOCLE_DATABASE_PASSWORD", password());
    }

    Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(url(), "postgres", password());
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + postmasterFile().get(3).strip() + "/postgres";
    }

    private String password() throws IOException {
        return Files.readString(data().resolve("cles/postgresql")).strip();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().join();
        } finally {
            process.destroyForcibly();
        }
    }

    private ProcessHandle postmaster() {
        var pid = Long.parseLong(postmasterFile().getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private List<String> postmasterFile() {
        try {
            return Files.readAllLines(data().resolve("postgresql/postmaster.pid"));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    private boolean healthy() {
        try (var http = HttpClient.newHttpClient()) {
            var asked =
                    HttpRequest.newBuilder(address().resolve("/exploitation/health/readiness"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return http.send(asked, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Process launch() {
        try {
            return builder(
                            List.of("start", "--port", "" + port, "--data", data().toString()),
                            "noeud.log")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Any command of the same Socle, which whoever asks must end. */
    static Process launch(Path folder, List<String> arguments, Map<String, String> settings)
            throws IOException {
        return builder(folder, arguments, settings, COMMAND_LOG).start();
    }

    private ProcessBuilder builder(List<String> arguments, String log) {
        return builder(folder, arguments, settings, log);
    }

    private static ProcessBuilder builder(
            Path folder, List<String> arguments, Map<String, String> settings, String log) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath(),
                                "fr.socle.Socle"));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(folder.resolve(log).toFile()));
        builder.environment().keySet().removeIf(it -> it.startsWith("SOCLE_"));
        builder.environment().putAll(settings);
        return builder;
    }

    /** Without the tests' classes, which would be scanned for parts of the application. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(it -> !Path.of(it).endsWith("test-classes"))
                .map(it -> Path.of(it).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
