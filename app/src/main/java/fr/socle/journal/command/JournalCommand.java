package fr.socle.journal.command;

import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import fr.socle.journal.Journal;
import fr.socle.journal.check.CheckReport;
import fr.socle.journal.check.JournalCheck;
import fr.socle.journal.log.LogOpening;
import fr.socle.journal.log.Purge;
import java.io.PrintStream;

/** {@code ./socle journal check | open | prune}. */
public final class JournalCommand implements Command {

    private static final int LONGEST_MOTIF = 500;

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Options options() {
        return House.SETTINGS.and(Options.valued("--motif"));
    }

    @Override
    public int run(Arguments arguments, House house) {
        if (arguments.words().size() != 1) {
            throw new UsageError("check, prune ou open est attendu");
        }
        return switch (arguments.words().getFirst()) {
            case "check" -> check(arguments, house);
            case "prune" -> prune(arguments, house);
            case "open" -> open(arguments, house);
            default -> throw new UsageError("check, prune ou open est attendu");
        };
    }

    private static int check(Arguments arguments, House house) {
        try (var application = house.open(arguments)) {
            var report = application.getBean(JournalCheck.class).check();
            print(report, house.out());
            return report.holds() ? 0 : 1;
        }
    }

    private static int prune(Arguments arguments, House house) {
        try (var application = house.open(arguments)) {
            var minimum = application.getBean(Purge.class).prune();
            house.out().println("Le journal commence à la ligne " + minimum + ".");
            return 0;
        }
    }

    private static int open(Arguments arguments, House house) {
        var motif =
                arguments
                        .value("--motif")
                        .map(String::strip)
                        .filter(it -> !it.isEmpty() && it.length() <= LONGEST_MOTIF)
                        .orElseThrow(
                                () ->
                                        new UsageError(
                                                "--motif est nécessaire, en 500 signes au plus"));
        try (var application = house.open(arguments)) {
            if (!application.getBean(LogOpening.class).isLost()) {
                house.err()
                        .println(
                                "Ce journal n’a rien perdu : il continue, et n’en appelle pas un nouveau.");
                return 1;
            }
            var head =
                    application
                            .getBean(LogOpening.class)
                            .openNext(application.getBean(Journal.class), motif);
            house.out().println("Nouveau journal : " + head.origin());
            house.out().println("Sa clé :          " + head.verifier().text());
            return 0;
        }
    }

    private static void print(CheckReport report, PrintStream out) {
        out.println(report.entries() + " lignes relues dans " + report.logs() + " journal(aux)");
        out.println(
                report.parts()
                        + " engagements prouvés, "
                        + report.tiles()
                        + " tuiles recalculées, "
                        + report.links()
                        + " liens ouverts");
        if (report.pruned() > 0) {
            out.println(report.pruned() + " ligne(s) élaguée(s), avec leur numéro");
        }
        report.erased()
                .forEach((motif, count) -> out.println(count + " ligne(s) effacée(s) : " + motif));
        if (report.sealedAway() > 0) {
            out.println(
                    report.sealedAway()
                            + " partie(s) fermée(s) pour toujours : clé de la personne effacée");
        }
        out.println(report.pending() + " ligne(s) en attente d’un numéro");
        if (report.holds()) {
            out.println("Tout est prouvé.");
        } else {
            out.println("NON PROUVÉ :");
            report.faults().forEach(fault -> out.println("  " + fault));
        }
    }
}
