package fr.socle.journal.command;

import fr.socle.journal.format.Cosignature;
import fr.socle.journal.format.Verdict;
import fr.socle.journal.format.Verdict.Fault;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Says in French exactly what holds, and what does not follow from it. */
final class VerdictPrinter {

    private VerdictPrinter() {}

    static int print(Verdict verdict, int minimum, PrintStream out) {
        return switch (verdict) {
            case Verdict.False(var fault) -> {
                // because a forged file may hold sequences that rewrite the terminal
                out.println("FAUX : " + SpokenPart.plain(reason(fault)));
                yield VerifyCommand.FALSE;
            }
            case Verdict.Holds holds -> {
                print(holds, minimum, out);
                yield holds.enough() ? 0 : VerifyCommand.UNDER_POLICY;
            }
        };
    }

    private static String reason(Fault fault) {
        return switch (fault) {
            case Fault.NotAReceipt _ ->
                    "ce fichier n’est pas un reçu du journal, ou il a été modifié.";
            case Fault.NotSigned(var log) ->
                    "l’état du journal qu’il contient n’est pas signé par la clé donnée ("
                            + log
                            + ").";
            case Fault.OtherLog(var origin) ->
                    "l’état signé est celui d’un autre journal (" + origin + ").";
            case Fault.NotInLog(var index) ->
                    "ce contenu n’est pas celui de la ligne n° " + index + " du journal.";
            case Fault.FalseCosignature _ ->
                    "la signature d’un témoin n’est pas vraie, ou le reçu ne nomme pas ce témoin.";
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
                        + SpokenPart.plain(holds.checkpoint().origin())
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
            out.println("  " + closed(holds.closed()));
        }
        out.println();
        printWitnesses(holds.trusted(), holds.others(), minimum, out);
        out.println();
        out.println(
                "Non prouvé : que ce qui est écrit est vrai, ni qu’aucun accès n’a eu lieu ailleurs,");
        out.println("ni qu’aucune autre ligne ne manque.");
    }

    static void printWitnesses(
            List<Cosignature> trusted, int others, int minimum, PrintStream out) {
        out.println("Témoins de confiance : " + trusted.size() + " (demandés : " + minimum + ")");
        trusted.forEach(
                it ->
                        out.println(
                                "  "
                                        + SpokenPart.plain(it.witness().name())
                                        + ", le "
                                        + SpokenPart.moment(it.seenAt())));
        if (others > 0) {
            out.println(
                    "Autres cosignatures vraies, de témoins que vous n’avez pas nommés : "
                            + others);
        }
        if (trusted.isEmpty()) {
            out.println(
                    "Sans témoin, rien ne prouve que d’autres ont vu le même journal que vous.");
        }
    }

    private static String closed(int parts) {
        return parts == 1
                ? "Une autre partie, destinée à d’autres lecteurs, reste fermée."
                : parts + " autres parties, destinées à d’autres lecteurs, restent fermées.";
    }

    private static void printPart(Map<String, Object> part, PrintStream out) {
        SpokenPart.lines(part).forEach(line -> out.println("  " + line));
        out.println();
    }
}
