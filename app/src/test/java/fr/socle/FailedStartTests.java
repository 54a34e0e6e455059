package fr.socle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails says one sentence, and nothing of what happened inside. */
@NullMarked
class FailedStartTests {

    private static final String KEY = "ojHjxcEuGHO5zVlT7kJU/lt8bcAVhJmn7LXgYCEBoD0=";

    @TempDir Path folder = Path.of("x");

    @Test
    void aPortThatIsNone() throws Exception {
        assertThat(start(Map.of(), "--port", "abc"))
                .isEqualTo("socle start : le réglage « port » ne peut pas valoir « abc »");
        assertThat(start(Map.of(), "--port", "70000"))
                .isEqualTo("socle start : le réglage « port » va de 1 à 65535, pas 70000");
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            assertThat(
                            start(
                                    Map.of("SOCLE_DEMONSTRATION", "false"),
                                    "--port",
                                    Integer.toString(other.getLocalPort()),
                                    "--database-url",
                                    TestPostgres.freshDatabase()))
                    .startsWith("socle start : le port " + other.getLocalPort())
                    .contains("est déjà pris", "--port");
        }
    }

    @Test
    void aMasterKeyThatIsNoneIsRefusedWithoutBeingShown() throws Exception {
        for (var wrong : List.of("!!", "dHJvcCBjb3VydA==", KEY + "x")) {
            assertThat(start(Map.of("SOCLE_MASTER_KEY", wrong)))
                    .contains("« master-key »", "32 octets en base64")
                    .doesNotContain(wrong);
        }
    }

    @Test
    void aSettingsFileThatIsNoYaml() throws Exception {
        var file = Files.writeString(folder.resolve("faux.yaml"), "port: [1\n  x: : y\n");
        assertThat(start(Map.of(), "--config", file.toString()))
                .contains("faux.yaml", "n’est pas du YAML : voyez sa ligne 2");
    }

    @Test
    void aDataFolderThatCannotBe() throws Exception {
        var file = Files.writeString(folder.resolve("fichier"), "");
        assertThat(start(Map.of(), "--data", file.resolve("data").toString()))
                .contains("fichier/data", "--data");
    }

    @Test
    void aDataFolderThatAnotherSocleUses() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        try (var channel =
                        FileChannel.open(
                                folder.resolve("data/verrou"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = Objects.requireNonNull(channel.tryLock())) {
            assertThat(lock.isValid()).isTrue();
            assertThat(start(Map.of()))
                    .contains("un autre Socle utilise déjà le dossier", "--data");
        }
    }

    @Test
    void aDatabaseThatIsAbsentUnknownOrOfAnotherKind() throws Exception {
        assertThat(start(Map.of(), "--database-url", "postgresql://localhost:1/socle"))
                .contains("la base de données ne répond pas", "database-url");
        var unknown = TestPostgres.freshDatabase().replaceAll("/test[0-9]+", "/absente");
        assertThat(start(Map.of(), "--database-url", unknown)).contains("n’existe pas");
        assertThat(start(Map.of(), "--database-url", "mysql://localhost/socle?password=mot"))
                .contains("commence par « postgresql:// »")
                .doesNotContain("mot");
    }

    /** What it says on the error output, which is one line. Fails if it starts. */
    private String start(Map<String, String> variables, String... options)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Socle.class.getName(),
                                "start",
                                "--data",
                                folder.resolve("data").toString()));
        command.addAll(List.of(options));
        var out = folder.resolve("out");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile());
        builder.environment().putAll(variables);
        var process = builder.start();
        var said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(Files.readString(out)).doesNotContain("\tat ", "Exception");
        assertThat(said).doesNotContain("Exception").hasLineCount(1);
        return said.strip();
    }
}
