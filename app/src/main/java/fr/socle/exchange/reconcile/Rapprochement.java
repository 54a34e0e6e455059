package fr.socle.exchange.reconcile;

import fr.socle.exchange.reconcile.Line.Side;
import fr.socle.exchange.store.StepStore.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the counts of one day side by side. It knows nothing but its arguments. */
final class Rapprochement {

    private final List<Line> declared;
    private final List<Line> lines = new ArrayList<>();

    private Rapprochement(List<Line> declared) {
        this.declared = declared;
    }

    /**
     * @param declared what the others declared, with no counts of the gateway's
     * @return a line for whatever either of them counted
     */
    static List<Line> of(List<Counted> counted, List<Line> declared) {
        var all = new Rapprochement(declared);
        counted.forEach(all::asked);
        counted.stream().map(Counted::dataSet).distinct().forEach(it -> all.given(it, counted));
        declared.stream().filter(it -> !all.has(it)).forEach(all.lines::add);
        return List.copyOf(all.lines);
    }

    private void asked(Counted it) {
        var side = it.outside() ? Side.CONSOMMATEUR : Side.PASSERELLE;
        lines.add(
                new Line(
                        side,
                        it.habilitation(),
                        it.dataSet(),
                        it.counts(),
                        said(side, it.habilitation(), it.dataSet()).orElse(null)));
    }

    /** A provider sees one caller, this house, whoever asked through it. */
    private void given(String dataSet, List<Counted> counted) {
        var sum =
                counted.stream()
                        .filter(it -> it.dataSet().equals(dataSet))
                        .map(Counted::counts)
                        .reduce(Counts.NONE, Counts::plus);
        var withoutViolations = new Counts(sum.requested(), sum.accorded(), sum.received(), 0);
        lines.add(
                new Line(
                        Side.FOURNISSEUR,
                        null,
                        dataSet,
                        withoutViolations,
                        said(Side.FOURNISSEUR, null, dataSet).orElse(null)));
    }

    private Optional<Declared> said(Side side, @Nullable UUID habilitation, String dataSet) {
        return declared.stream()
                .filter(it -> same(it, side, habilitation, dataSet))
                .map(Line::declared)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private boolean has(Line line) {
        return lines.stream()
                .anyMatch(it -> same(it, line.side(), line.habilitation(), line.dataSet()));
    }

    private static boolean same(Line line, Side side, @Nullable UUID habilitation, String dataSet) {
        return line.side() == side
                && Objects.equals(line.habilitation(), habilitation)
                && line.dataSet().equals(dataSet);
    }
}
