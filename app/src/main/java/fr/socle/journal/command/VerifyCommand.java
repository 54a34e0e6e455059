package fr.socle.journal.command;

import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import fr.socle.journal.format.Receipt;
import fr.socle.journal.format.StatementCheck;
import fr.socle.journal.format.StatementVerdict;
import fr.socle.journal.format.Verdict;
import fr.socle.journal.format.VerifierKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** {@code ./socle verify}: checks a receipt, or a statement, with nothing but keys. */
public final class VerifyCommand implements Command {

    static final int FALSE = 1;
    static final int UNDER_POLICY = 2;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public Options options() {
        return Options.valued("--key", "--witness", "--min-witnesses", "--dossier", "--earlier");
    }

    @Override
    public int run(Arguments arguments, House house) {
        var statement = arguments.value("--dossier");
        if (arguments.words().size() != (statement.isPresent() ? 0 : 1)) {
            throw new UsageError(
                    "un reçu, ou un relevé derrière --dossier, et un seul, est attendu");
        }
        if (statement.isEmpty() && arguments.has("--earlier")) {
            throw new UsageError("--earlier accompagne --dossier");
        }
        var log =
                key(
                        arguments
                                .value("--key")
                                .orElseThrow(() -> new UsageError("--key est nécessaire")));
        if (log.type() != VerifierKey.Type.LOG) {
            throw new UsageError("--key attend la clé d’un journal, pas celle d’un témoin");
        }
        var minimum = arguments.number("--min-witnesses", 0, 0, 64);
        var witnesses = witnesses(arguments);
        if (statement.isPresent()) {
            var verdict =
                    statement(
                            statement.get(), arguments.value("--earlier"), log, witnesses, minimum);
            return StatementPrinter.print(verdict, minimum, house.out());
        }
        var verdict = Verdict.of(receipt(arguments.words().getFirst()), log, witnesses, minimum);
        return VerdictPrinter.print(verdict, minimum, house.out());
    }

    private static StatementVerdict statement(
            String file,
            Optional<String> earlier,
            VerifierKey log,
            Set<VerifierKey> witnesses,
            int minimum) {
        try (var statement = open(file)) {
            if (earlier.isEmpty()) {
                return StatementCheck.of(statement, log, witnesses, minimum);
            }
            try (var older = open(earlier.get())) {
                return StatementCheck.of(statement, older, log, witnesses, minimum);
            }
        } catch (IOException unreadable) {
            throw new UsageError("le relevé « " + file + " » n’est pas lisible");
        }
    }

    private static InputStream open(String file) {
        try {
            return new BufferedInputStream(Files.newInputStream(Path.of(file)));
        } catch (IOException unreadable) {
            throw new UsageError("le relevé « " + file + " » n’est pas lisible");
        }
    }

    private static Set<VerifierKey> witnesses(Arguments arguments) {
        var witnesses = new LinkedHashSet<VerifierKey>();
        for (var given : arguments.values("--witness")) {
            var witness = key(given);
            if (witness.type() != VerifierKey.Type.WITNESS) {
                throw new UsageError("--witness attend la clé d’un témoin, pas celle d’un journal");
            }
            witnesses.add(witness);
        }
        return witnesses;
    }

    /** A key, as its text or as a file that holds it. */
    private static VerifierKey key(String given) {
        try {
            return VerifierKey.parse(
                    given.contains("+") && !Files.exists(Path.of(given))
                            ? given
                            : Files.readString(Path.of(given)));
        } catch (IOException unreadable) {
            throw new UsageError(
                    "la clé « " + given + " » n’est ni une clé, ni un fichier lisible");
        } catch (IllegalArgumentException _) {
            throw new UsageError(
                    "la clé « "
                            + given
                            + " » est mal formée : elle s’écrit nom+id+clé, comme sur la page /journal");
        }
    }

    /**
     * Bytes that are not UTF-8 are kept recognisable as such: they make the receipt false, not
     * unreadable.
     */
    private static String receipt(String file) {
        try {
            var path = Path.of(file);
            if (Files.size(path) > Receipt.MAX_BYTES) {
                return "";
            }
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UsageError("le reçu « " + file + " » n’est pas lisible");
        }
    }
}
