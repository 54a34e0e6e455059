package fr.socle.e2e;

import java.io.IOException;
import java.nio.file.Path;

/** The command at the root of the checkout. */
final class SocleCommand {

    /** Maven runs the tests of a module in its folder. */
    private static final Path LAUNCHER = Path.of("..", "socle").toAbsolutePath().normalize();

    private SocleCommand() {}

    static ProcessBuilder of(String... words) {
        var command = new String[words.length + 1];
        command[0] = LAUNCHER.toString();
        System.arraycopy(words, 0, command, 1, words.length);
        return new ProcessBuilder(command);
    }

    /** Runs it to its end, showing nothing, and gives its exit code. */
    static int run(String... words) throws IOException, InterruptedException {
        return of(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
