package fr.socle.bench.identity;

import fr.socle.bench.measure.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * A Keycloak from Maven Central, unpacked and built for PostgreSQL once under {@code bench/target}:
 * what is measured against, and no part of the product.
 */
record KeycloakHome(Path folder) {

    static final String VERSION = "26.7.3";

    private static final String NAME = "keycloak-" + VERSION;

    static KeycloakHome of(Home home) throws IOException, InterruptedException {
        var target = home.root().resolve("bench/target/keycloak");
        var folder = target.resolve(NAME);
        var built = target.resolve(NAME + ".built");
        if (!Files.exists(built)) {
            download(home, target);
            unpack(target.resolve("keycloak-quarkus-dist-" + VERSION + ".zip"), target);
            var script = folder.resolve("bin/kc.sh").toString();
            run(target, List.of("sh", script, "build", "--db=postgres"), target.resolve("log"));
            Files.writeString(built, "");
        }
        return new KeycloakHome(folder);
    }

    private static void download(Home home, Path target) throws IOException, InterruptedException {
        Files.createDirectories(target);
        run(
                home.root(),
                List.of(
                        home.root().resolve("mvnw").toString(),
                        "--batch-mode",
                        "--quiet",
                        "--non-recursive",
                        "dependency:copy",
                        "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip",
                        "-DoutputDirectory=" + target),
                target.resolve("log"));
    }

    private static void unpack(Path zip, Path target) throws IOException {
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entry : archive.stream().toList()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException(entry.getName() + " lies outside");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (var content = archive.getInputStream(entry)) {
                        Files.copy(
                                content, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    /** The script that starts the server and waits for it. */
    Process start(int port, String database, Map<String, String> environment, Path log)
            throws IOException {
        var command = new ArrayList<String>();
        command.addAll(List.of("sh", folder.resolve("bin/kc.sh").toString(), "start"));
        command.addAll(List.of("--optimized", "--http-enabled=true", "--http-host=localhost"));
        command.addAll(List.of("--hostname-strict=false", "--cache=local", "--log-level=warn"));
        command.addAll(List.of("--http-port=" + port, "--db-url=" + database));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void run(Path folder, List<String> command, Path log)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException("%s ended with %d; see %s".formatted(command, status, log));
        }
    }
}
