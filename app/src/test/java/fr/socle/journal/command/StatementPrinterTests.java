package fr.socle.journal.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.MapClaim;
import fr.socle.journal.format.StatementVerdict;
import fr.socle.journal.format.StatementVerdict.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementPrinterTests {

    private static final String ORIGIN = "exemple.fr/journal/1";
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

    @Test
    void everyFaultIsToldInFrenchAndPromisesNothing() {
        var faults =
                List.of(
                        new Fault.NotAStatement(),
                        new Fault.NotSigned(ORIGIN),
                        new Fault.OtherLog("exemple.fr/\u001B[2Jautre"),
                        new Fault.FalseCosignature(),
                        new Fault.NoMap(),
                        new Fault.NotInMap(),
                        new Fault.LineMissing(7),
                        new Fault.LineNotInLog(7, 613),
                        new Fault.EarlierUnusable(),
                        new Fault.FewerThanBefore(9, 8),
                        new Fault.OtherThanBefore(9));
        for (var fault : faults) {
            assertThat(printed(new StatementVerdict.False(fault), VerifyCommand.FALSE))
                    .startsWith("FAUX : ")
                    .doesNotContain("\u001B", "Aucune ligne ne manque");
        }
    }

    @Test
    void whatHoldsIsToldWithItsDateAndItsLimits() {
        assertThat(printed(holds(1, 24, 0, 0, 0), 0))
                .contains(
                        "Aucune ligne ne manque entre 1 et 24 à la date du 22 novembre 2026 à 11 h 15 min 30 s")
                .contains("Gardez ce fichier")
                .contains("ni rien de ce qui s’est inscrit après cette date")
                .doesNotContain("ne sont plus là", "contenu est échu", "ne sont pas numérotées");
        assertThat(printed(holds(4, 24, 2, 50, 20), 0))
                .contains("entre 4 et 24")
                .contains("Premières lignes qui ne sont plus là, échues ou effacées : 3.")
                .contains("contenu est échu ou effacé : 2")
                .contains("d’avant la n° 50")
                .contains("jusqu’à la ligne 20");
        assertThat(printed(holds(25, 24, 0, 0, 0), 0))
                .contains("échues ou effacées : 24")
                .doesNotContain("Aucune ligne ne manque");
    }

    private static StatementVerdict holds(
            long first, long last, long gone, long linkedFrom, long compared) {
        var checkpoint = new Checkpoint(ORIGIN, 1000, Hash.sha256());
        var claim = new MapClaim(ORIGIN, 990, linkedFrom, Hash.sha256(), AT);
        return new StatementVerdict.Holds(
                checkpoint, claim, first, last, gone, null, compared, List.of(), 0, true);
    }

    private static String printed(StatementVerdict verdict, int expected) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThat(StatementPrinter.print(verdict, 0, out)).isEqualTo(expected);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
