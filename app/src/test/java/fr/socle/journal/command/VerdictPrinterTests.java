package fr.socle.journal.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Verdict;
import fr.socle.journal.format.Verdict.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictPrinterTests {

    @Test
    void everyFaultIsToldInFrenchAndRewritesNoTerminal() {
        var faults =
                List.of(
                        new Fault.NotAReceipt(),
                        new Fault.NotSigned("exemple.fr/journal/1"),
                        new Fault.OtherLog("exemple.fr/\u001B[2Jautre"),
                        new Fault.NotInLog(613),
                        new Fault.FalseCosignature());
        for (var fault : faults) {
            assertThat(printed(new Verdict.False(fault), VerifyCommand.FALSE))
                    .startsWith("FAUX : ")
                    .containsPattern(" (pas|celui|reçu) ")
                    .doesNotContain("\u001B");
        }
    }

    @Test
    void aPartTellsItsHeadingAndItsReadersInWords() {
        var part =
                Map.<String, Object>of(
                        "@acte", "directory.agent-invite",
                        "@date", "2026-11-22T10:15:30.123456Z",
                        "@lecteurs", List.of("dpo", "auditeur", "inconnu"),
                        "anonyme", true,
                        "nom", "Agent \u001B[31mInventé");
        assertThat(printed(holds(List.of(part), 1), 0))
                .contains("acte : directory.agent-invite")
                .contains("date : 22 novembre 2026 à 11 h 15 min 30 s (heure de Paris)")
                .contains("lecteurs : le délégué à la protection des données, l’auditeur, inconnu")
                .contains("anonyme : oui")
                .contains("nom : Agent ?[31mInventé")
                .contains("Une autre partie, destinée à d’autres lecteurs, reste fermée.");
    }

    @Test
    void theNumberOfClosedPartsIsTold() {
        assertThat(printed(holds(List.of(), 2), 0))
                .contains("2 autres parties, destinées à d’autres lecteurs, restent fermées.");
        assertThat(printed(holds(List.of(), 0), 0)).doesNotContain("fermée");
    }

    private static Verdict holds(List<Map<String, Object>> open, int closed) {
        var checkpoint = new Checkpoint("exemple.fr/journal/1", 1000, Hash.sha256());
        return new Verdict.Holds(checkpoint, 613, open, closed, List.of(), 0, true);
    }

    private static String printed(Verdict verdict, int expected) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThat(VerdictPrinter.print(verdict, 0, out)).isEqualTo(expected);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
