package fr.socle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.house.command.Command;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTests {

    private static final int USAGE = 64;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everyCommandExplainsItself() {
        for (var command : Socle.COMMANDS) {
            out.reset();
            assertThat(run(command.name(), "--help")).isZero();
            var help = out.toString(StandardCharsets.UTF_8);
            assertThat(help).contains("./socle " + command.name());
            command.options().valued().forEach(it -> assertThat(help).contains(it));
            command.options().flags().forEach(it -> assertThat(help).contains(it));
        }
    }

    @Test
    void theListNamesEveryCommandThatAPersonCalls() {
        assertThat(run("--help")).isZero();
        var list = out.toString(StandardCharsets.UTF_8);
        Socle.COMMANDS.stream()
                .map(Command::name)
                .filter(it -> !it.equals("rehearse"))
                .forEach(it -> assertThat(list).contains("\n  " + it + " "));
    }

    @Test
    void anUnknownCommandIsNamedAndTheOthersListed() {
        assertThat(run("strat")).isEqualTo(USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("« strat »").contains("start");
    }

    @Test
    void aSecretGivenForALogIsRefusedWithoutBeingQuoted() {
        assertThat(run("witness", "--name", "a", "--log", "PRIVATE+KEY+a+secret")).isEqualTo(USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--log est mal formée")
                .doesNotContain("secret");
    }

    @Test
    void anUnknownOptionAMissingValueAndAWrongNumberAreNamed() {
        assertThat(run("verify", "x", "--clef", "y")).isEqualTo(USAGE);
        assertThat(run("verify", "x", "--key")).isEqualTo(USAGE);
        assertThat(run("witness", "--name", "a", "--log", "b+c")).isEqualTo(USAGE);
        assertThat(run("token", "--days", "dix")).isEqualTo(USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--clef")
                .contains("attend une valeur")
                .contains("« dix »");
    }

    @Test
    void verifyTellsAWrongCallFromAFalseReceipt() {
        assertThat(run("verify")).isEqualTo(USAGE);
        assertThat(run("verify", "absent.tlog-proof", "--key", KEY)).isEqualTo(USAGE);
        assertThat(run("verify", "pom.xml", "--key", KEY)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("FAUX");
    }

    /** The example key of the signed-note documentation. */
    private static final String KEY =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private int run(String... args) {
        return new CommandLine(
                        Socle.COMMANDS,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(args));
    }
}
