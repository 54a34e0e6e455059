package fr.socle.bench.demarches;

import fr.socle.bench.Bench;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Machine;
import fr.socle.bench.report.Limit;
import fr.socle.bench.report.Report;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** {@code ./socle bench demarches}. */
public final class DemarchesBench implements Bench {

    private static final int PROMISED = 200;

    @Override
    public String name() {
        return "demarches";
    }

    @Override
    public String purpose() {
        return "la reprise de démarches réelles : lues, vérifiées, écrites et relues";
    }

    @Override
    public String help() {
        return """
                --samples DIR   dossier de définitions JSON (../shared/samples/demarches)
                --rounds N      tours, après cinq de mise en température (5)
                """;
    }

    @Override
    public Options options() {
        return Options.valued("--samples", "--rounds");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var folder =
                arguments
                        .value("--samples")
                        .map(Path::of)
                        .orElse(home.root().resolve("../shared/samples/demarches"));
        var measure = ImportMeasure.of(folder);
        progress.println("demarches : " + measure.count() + " définitions, un processeur");
        var section = measure.run(arguments.number("--rounds", 5, 1, 1000));
        return new Report(
                name(),
                Instant.now(),
                Machine.present(),
                List.of(section),
                List.of(
                        Limit.atLeast(
                                "une définition reprise, vérifiée, écrite et relue",
                                section.median(ImportMeasure.IMPORTED),
                                PROMISED,
                                "définitions/s")),
                List.of(
                        "Un tour reprend chaque définition du dossier : lecture, contrôle, écriture"
                                + " dans notre format, relecture, égalité des deux. Un échec ou une"
                                + " perte arrête la mesure.",
                        "« lecture du JSON seul » est la limite : ce que coûte l’arbre, sans rien"
                                + " comprendre."));
    }
}
