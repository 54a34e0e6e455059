package fr.socle.bench.exchange;

import fr.socle.bench.measure.Child;
import fr.socle.bench.measure.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Spring Cloud Gateway from Maven Central, built once under {@code bench/target}: what is measured
 * against, and no part of the product.
 */
record SpringGateway(String classPath) {

    private static final String MAIN = "SpringGateway";

    /** Empty when its parts cannot be had here. */
    static Optional<SpringGateway> of(Home home) throws InterruptedException {
        var target = home.root().resolve("bench/target/spring-gateway");
        var source = home.root().resolve("bench/peers/spring-gateway");
        var parts = target.resolve("parts");
        try {
            Files.createDirectories(target);
            if (!Files.exists(parts)) {
                resolve(home, source, parts, target);
            }
            return Optional.of(new SpringGateway(target + ":" + Files.readString(parts).strip()));
        } catch (IOException unobtainable) {
            return Optional.empty();
        }
    }

    private static void resolve(Home home, Path source, Path parts, Path target)
            throws IOException, InterruptedException {
        var found = target.resolve("found");
        run(
                home,
                target,
                home.root().resolve("mvnw").toString(),
                "--batch-mode",
                "--quiet",
                "--file",
                source.resolve("pom.xml").toString(),
                "dependency:build-classpath",
                "-Dmdep.outputFile=" + found);
        run(
                home,
                target,
                Path.of(System.getProperty("java.home", ""), "bin", "javac").toString(),
                "-proc:none",
                "-parameters",
                "-cp",
                Files.readString(found).strip(),
                "-d",
                target.toString(),
                source.resolve(MAIN + ".java").toString());
        Files.move(found, parts);
    }

    Child start(Path folder, int port, int provider) throws IOException {
        return Child.program(
                classPath, MAIN, folder, Integer.toString(port), Integer.toString(provider));
    }

    private static void run(Home home, Path target, String... command)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(List.of(command))
                        .directory(home.root().toFile())
                        .redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(target.resolve("log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException(command[0] + " ended with " + status);
        }
    }
}
