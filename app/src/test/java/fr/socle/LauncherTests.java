package fr.socle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.house.command.Command;
import fr.socle.house.command.HelpFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./socle} itself, before any Java runs. */
@NullMarked
class LauncherTests {

    private static final int USAGE = 64;
    private static final int UNAVAILABLE = 69;

    private static final Path LAUNCHER = Path.of("../socle");

    @TempDir Path folder = Path.of("x");

    private record Answer(int status, String text) {}

    /** A newcomer who asks how a command is called has perhaps no JDK yet, and nothing built. */
    @Test
    void aCommandIsExplainedWithoutAJdk() throws Exception {
        var help = HelpFile.of(Socle.class, "start");
        assertThat(run(LAUNCHER, tools(), "start", "--help").text().strip()).isEqualTo(help);
    }

    /** Without a JDK nothing can have been built before it was refused. */
    @Test
    void anUnknownCommandIsRefusedAtOnceWithTheListOfThem() throws Exception {
        for (var verb : List.of("frobnicate", "FROB", "socle", "--frob")) {
            var answer = run(LAUNCHER, tools(), verb);
            assertThat(answer.status()).isEqualTo(USAGE);
            assertThat(answer.text())
                    .startsWith("socle : la commande « " + verb + " » n’existe pas.\n")
                    .endsWith(HelpFile.of(Socle.class, "socle") + "\n");
        }
    }

    /** The launcher takes a verb for unknown that has no words. */
    @Test
    void everyCommandOfJavaIsKnown() throws Exception {
        var launcher = withoutAJdk(true);
        for (var command : Socle.COMMANDS.stream().map(Command::name).toList()) {
            assertThat(run(launcher, tools(), command).status()).as(command).isEqualTo(UNAVAILABLE);
        }
    }

    @Test
    void whoHasNoJdkIsToldInOneSentenceWhatToInstall() throws Exception {
        for (var path : List.of("", tools())) {
            var answer = run(withoutAJdk(false), path, "start");
            assertThat(answer.status()).isEqualTo(UNAVAILABLE);
            assertThat(answer.text()).contains("il faut un JDK 25").hasLineCount(1);
        }
    }

    /** The launcher of a computer that has no JDK in the usual folders. */
    private Path withoutAJdk(boolean sources) throws IOException {
        var text = Files.readString(LAUNCHER).replaceAll("/usr/lib/jvm/\\*|/opt/\\*", "");
        if (sources) {
            Files.createDirectories(folder.resolve("app"));
            Files.createSymbolicLink(
                    folder.resolve("app/src"), Path.of("src").toAbsolutePath().normalize());
        }
        return Files.writeString(folder.resolve("socle"), text);
    }

    /** A path with what every system has, and no Java. */
    private String tools() throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        for (var tool : List.of("cat", "find", "grep")) {
            if (!Files.exists(bin.resolve(tool))) {
                Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin", tool));
            }
        }
        return bin.toString();
    }

    private static Answer run(Path launcher, String path, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().clear();
        process.environment().putAll(Map.of("PATH", path, "JAVA_HOME", "/nowhere"));
        var said = process.start();
        var text = new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(said.waitFor(), text);
    }
}
