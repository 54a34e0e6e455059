package fr.socle.journal.fire;

import fr.socle.house.command.Arguments;
import fr.socle.house.command.House;
import fr.socle.journal.command.VerifyCommand;
import fr.socle.journal.format.StatementCheck;
import fr.socle.journal.format.StatementVerdict;
import fr.socle.journal.format.VerifierKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What {@code ./socle verify --dossier} answers.
 *
 * @param exit 0, 1 or 2
 */
record Verified(int exit, String told) {

    static StatementVerdict check(byte[] statement, VerifierKey key) {
        try {
            return StatementCheck.of(new ByteArrayInputStream(statement), key, Set.of(), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** By the command itself, from files, with these further options. */
    static Verified by(byte[] statement, VerifierKey key, String... more) {
        var options = new ArrayList<>(List.of("--dossier", file(statement), "--key", key.text()));
        options.addAll(List.of(more));
        var out = new ByteArrayOutputStream();
        var command = new VerifyCommand();
        var exit =
                command.run(
                        Arguments.parse(options, command.options()),
                        new Offline(new PrintStream(out, true, StandardCharsets.UTF_8)));
        return new Verified(exit, out.toString(StandardCharsets.UTF_8));
    }

    static String file(byte[] content) {
        try {
            Path file = Files.createTempFile("releve", ".json");
            file.toFile().deleteOnExit();
            return Files.write(file, content).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Who verifies has no server and no database. */
    private record Offline(PrintStream out) implements House {
        @Override
        public PrintStream err() {
            return out;
        }

        @Override
        public ConfigurableApplicationContext open(Arguments arguments) {
            throw new AssertionError("who verifies opened a house");
        }
    }
}
