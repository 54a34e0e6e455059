package fr.socle.journal.command;

import fr.socle.journal.format.StatementVerdict;
import fr.socle.journal.format.StatementVerdict.Fault;
import java.io.PrintStream;

/** Says in French exactly what a statement proves, and what does not follow from it. */
final class StatementPrinter {

    private StatementPrinter() {}

    static int print(StatementVerdict verdict, int minimum, PrintStream out) {
        return switch (verdict) {
            case StatementVerdict.False(var fault) -> {
                out.println("FAUX : " + SpokenPart.plain(reason(fault)));
                yield VerifyCommand.FALSE;
            }
            case StatementVerdict.Holds holds -> {
                print(holds, minimum, out);
                yield holds.enough() ? 0 : VerifyCommand.UNDER_POLICY;
            }
        };
    }

    private static String reason(Fault fault) {
        return switch (fault) {
            case Fault.NotAStatement _ ->
                    "ce fichier n’est pas un relevé du journal, ou il a été modifié.";
            case Fault.NotSigned(var log) ->
                    "l’état du journal qu’il contient n’est pas signé par la clé donnée ("
                            + log
                            + ").";
            case Fault.OtherLog(var origin) ->
                    "l’état signé, ou la carte, est celui d’un autre journal (" + origin + ").";
            case Fault.FalseCosignature _ ->
                    "la signature d’un témoin n’est pas vraie, ou le relevé ne nomme pas ce témoin.";
            case Fault.NoMap _ -> "la carte des dernières lignes n’est pas dans ce journal.";
            case Fault.NotInMap _ ->
                    "la carte du journal ne dit pas de cette personne ce que le relevé en dit.";
            case Fault.LineMissing(var n) ->
                    "il manque la ligne "
                            + n
                            + " de cette personne, ou ce n’est pas celle que le journal contient.";
            case Fault.LineNotInLog(var n, var index) ->
                    "la ligne "
                            + n
                            + " de cette personne n’est pas celle du journal (n° "
                            + index
                            + "), ou une ligne manque juste avant.";
            case Fault.EarlierUnusable _ ->
                    "le relevé plus ancien n’est pas vrai sous cette clé, ou pas de la même personne.";
            case Fault.FewerThanBefore(var before, var now) ->
                    "le relevé plus ancien comptait "
                            + before
                            + " lignes, celui-ci n’en compte que "
                            + now
                            + ".";
            case Fault.OtherThanBefore(var n) ->
                    "la ligne " + n + " n’est plus celle du relevé plus ancien.";
        };
    }

    private static void print(StatementVerdict.Holds holds, int minimum, PrintStream out) {
        out.println(
                holds.enough()
                        ? "VRAI"
                        : "VRAI, mais avec moins de témoins que vous n’en demandez");
        out.println();
        printLines(holds, out);
        out.println();
        out.println(
                "Journal "
                        + SpokenPart.plain(holds.checkpoint().origin())
                        + ", signé par la clé que vous avez donnée, quand il comptait "
                        + holds.checkpoint().size()
                        + " lignes en tout.");
        if (holds.map().linkedFrom() > 0) {
            out.println(
                    "Les lignes d’avant la n° "
                            + holds.map().linkedFrom()
                            + " du journal ne sont pas numérotées par personne : rien n’est prouvé d’elles ici.");
        }
        if (holds.compared() > 0) {
            out.println(
                    "Il continue votre relevé plus ancien, qui allait jusqu’à la ligne "
                            + holds.compared()
                            + ".");
        } else {
            out.println(
                    "Gardez ce fichier : le prochain devra le continuer, et --earlier le vérifiera.");
        }
        out.println();
        VerdictPrinter.printWitnesses(holds.trusted(), holds.others(), minimum, out);
        out.println();
        out.println(
                "Non prouvé : que ce qui est écrit est vrai, ni qu’aucun accès n’a eu lieu ailleurs,");
        out.println("ni rien de ce qui s’est inscrit après cette date.");
    }

    private static void printLines(StatementVerdict.Holds holds, PrintStream out) {
        if (holds.first() <= holds.last()) {
            out.println(
                    "Aucune ligne ne manque entre "
                            + holds.first()
                            + " et "
                            + holds.last()
                            + " à la date du "
                            + SpokenPart.moment(holds.map().at())
                            + ".");
        }
        if (holds.first() > 1) {
            out.println(
                    "Premières lignes qui ne sont plus là, échues ou effacées : "
                            + (holds.first() - 1)
                            + ". Rien n’est prouvé d’elles.");
        }
        if (holds.oldest() != null) {
            out.println(
                    "La plus ancienne qui dit sa date est du "
                            + SpokenPart.moment(holds.oldest())
                            + ".");
        }
        if (holds.gone() > 0) {
            out.println(
                    "Lignes dont la place est prouvée, mais dont le contenu est échu ou effacé : "
                            + holds.gone());
        }
    }
}
