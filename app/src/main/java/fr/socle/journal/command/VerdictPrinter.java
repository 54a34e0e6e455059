package fr.socle.journal.command;

import fr.socle.journal.format.Verdict;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** Says in French exactly what holds, and what does not follow from it. */
final class VerdictPrinter {

    private VerdictPrinter() {}

    static int print(Verdict verdict, int minimum, PrintStream out) {
        return switch (verdict) {
            case Verdict.False(var reason) -> {
                // because a forged file may hold sequences that rewrite the terminal
                out.println("FAUX : " + reason.replaceAll("\\p{Cntrl}", "?"));
                yield VerifyCommand.FALSE;
            }
            case Verdict.Holds holds -> {
                print(holds, minimum, out);
                yield holds.enough() ? 0 : VerifyCommand.UNDER_POLICY;
            }
        };
    }

    private static void print(Verdict.Holds holds, int minimum, PrintStream out) {
        out.println(
                holds.enough()
                        ? "VRAI"
                        : "VRAI, mais avec moins de témoins que vous n’en demandez");
        out.println();
        out.println(
                "Cette ligne est la n° "
                        + holds.index()
                        + " du journal "
                        + holds.checkpoint().origin()
                        + ",");
        out.println(
                "signé par la clé que vous avez donnée, quand il en comptait "
                        + holds.checkpoint().size()
                        + ".");
        out.println();
        out.println("Ce qu’elle dit :");
        holds.open().forEach(part -> printPart(part, out));
        if (holds.open().isEmpty()) {
            out.println("  (ce reçu n’ouvre aucune partie)");
        }
        if (holds.closed() > 0) {
            out.println(
                    "  "
                            + holds.closed()
                            + " autre(s) partie(s), destinée(s) à d’autres lecteurs, reste(nt) fermée(s).");
        }
        out.println();
        out.println(
                "Témoins de confiance : "
                        + holds.trusted().size()
                        + " (demandés : "
                        + minimum
                        + ")");
        holds.trusted()
                .forEach(it -> out.println("  " + it.witness().name() + ", le " + it.seenAt()));
        if (holds.others() > 0) {
            out.println(
                    "Autres cosignatures vraies, de témoins que vous n’avez pas nommés : "
                            + holds.others());
        }
        if (holds.trusted().isEmpty()) {
            out.println(
                    "Sans témoin, rien ne prouve que d’autres ont vu le même journal que vous.");
        }
        out.println();
        out.println(
                "Non prouvé : que ce qui est écrit est vrai, ni qu’aucun accès n’a eu lieu ailleurs,");
        out.println("ni qu’aucune autre ligne ne manque.");
    }

    /** The heading first: act, time, readers. */
    private static void printPart(Map<String, Object> part, PrintStream out) {
        new TreeMap<>(part)
                .forEach(
                        (name, value) -> out.println("  " + name.replace("@", "") + " : " + value));
        out.println();
    }
}
